package org.sealpost.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

/** The certificates that were made. Looks at one state. */
public interface Certificates {
    /** Up to where the ledger is reconciled; empty before the first time. */
    Optional<Stretch> newest();

    /**
     * The newest first.
     *
     * @param partner of this partner only; empty for every one
     */
    List<Certificate> list(Optional<PartnerId> partner, int most);

    Optional<Bytes> signed(long number, PartnerId partner, ForceId force);

    /**
     * A stretch of the ledger that was reconciled.
     *
     * @param upTo how many entries the ledger had then: where the next one begins
     */
    record Stretch(long number, long upTo, Instant at) {}

    /** @param note as it was signed */
    record Signed(Certificate of, Bytes note) {}
}
