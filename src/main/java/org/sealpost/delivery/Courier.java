package org.sealpost.delivery;

import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;

/** Takes a submission to the force by other means than the broker, and brings the receipt back. */
public interface Courier {
    /**
     * The envelope as it was sealed: only the force can open it. Empty where two people have not decided that it is handed
     * over, or its receipt is in. That this person took it stands in the ledger before this returns.
     */
    Optional<Bytes> take(OperatorName by, Reference reference);

    /** What goes with the envelope; empty where that is. */
    Optional<Papers> papers(Reference reference);

    /**
     * A receipt that came by other means. It is believed as little as one from the queue.
     *
     * @return why it settles nothing, or nothing where its submission is settled now or was before
     * @throws RuntimeException where it could not be stored; bring it again
     */
    Optional<Refusal> bring(OperatorName by, Bytes untrustedReceipt);

    /**
     * @param proof the ledger's, that the envelope was released to the force
     * @param note for people, signed by the gateway (S/MIME)
     */
    record Papers(String proof, Bytes note) {}
}
