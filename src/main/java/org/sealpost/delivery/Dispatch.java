package org.sealpost.delivery;

import java.util.List;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.SubmissionId;

/** Hands what is due to the broker and repeats it, with growing pauses, until a receipt is in. */
public interface Dispatch {
    /**
     * What is to be sent now, urgent and older ones first, at most a configured number. Each returned one is claimed for
     * a while, so that two gateways on one database do not send the same attempt at once.
     */
    List<Consignment> due();

    /** The broker holds it. If no receipt comes, it is due again after the pause that follows this attempt. */
    void sent(Consignment consignment);

    /** The broker holds them all. Noted in one commit, or none of them. */
    default void sent(List<Consignment> consignments) {
        consignments.forEach(this::sent);
    }

    /**
     * The broker did not take it. It is due again, as the same attempt, after a short pause.
     *
     * @param kind of failure, in a word or two; nothing that was sent
     */
    void failed(Consignment consignment, String kind);

    /**
     * One envelope on its way.
     *
     * @param attempt from 1; the broker's duplicate-detection id is the submission id and this
     * @param sequence the force's own count, without gaps, from 1
     * @param proof the ledger's proof that binds force, sequence, id and digest of the envelope, as text
     */
    record Consignment(
            SubmissionId id, ForceId force, long sequence, int attempt, boolean urgent, String proof, Bytes envelope) {}
}
