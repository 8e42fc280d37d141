package org.sealpost.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** What senders are still to be told. Part of one commit of {@link Custody}. */
public interface Notices {
    /** Adds one, due at once. */
    void add(New notice);

    /** Adds one that nobody sends and the sender looks up ({@link Custody.Reads#shown}). */
    void show(New notice);

    /** How often it could not be delivered; 0 for one that is told or erased. */
    int failures(long number);

    /** It failed once more and is due again then. No effect on one that was told or erased. */
    void postpone(long number, int failures, Instant due);

    /** It is told, and forgotten where no submission is in custody that it belongs to; false where it was told before. */
    boolean told(long number, Instant at);

    /** The sealed addresses other than the submission's own to which notices about it went. */
    List<Bytes> otherAddresses(SubmissionId id);

    /** How many notices about the submission are not told. */
    int untold(SubmissionId id);

    /** Drops notices about what was never admitted or is erased, and gives the ids of those that were untold. */
    List<SubmissionId> dropOrphansBefore(Instant time);

    /**
     * @param address sealed; empty where it goes to the submission's own return address
     */
    record New(
            SubmissionId id,
            Optional<Reference> reference,
            PartnerId partner,
            Channel channel,
            Tell.News news,
            Instant at,
            Optional<Bytes> address) {}

    /** @param address sealed */
    record Sealed(
            long number,
            SubmissionId id,
            Optional<Reference> reference,
            PartnerId partner,
            Bytes address,
            Tell.News news,
            Instant at) {
        /** Empty where the address does not open. */
        Optional<Tell.Notice> opened(Addresses addresses) {
            return addresses.open(id, address).map(to -> new Tell.Notice(number, id, reference, partner, to, news, at));
        }
    }
}
