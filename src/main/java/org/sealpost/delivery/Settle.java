package org.sealpost.delivery;

import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;

/** Takes a receipt from a force's queue. */
public interface Settle {
    /**
     * A true receipt ends the deliveries, is kept, stands in the ledger, and the sender will be told. A false one is noted
     * in the ledger and changes nothing. A repeat changes nothing. Returns only after the commit.
     *
     * @throws RuntimeException where it could not be stored; deliver the receipt again
     */
    Settlement settle(ForceId force, Bytes untrustedReceipt);

    /** What a receipt brought about. */
    enum Settlement {
        DELIVERED,
        REFUSED_BY_FORCE,
        /** It was settled before. */
        AGAIN,
        /** Not a receipt for anything that was sent. */
        NOT_A_RECEIPT
    }
}
