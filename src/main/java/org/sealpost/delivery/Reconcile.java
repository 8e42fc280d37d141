package org.sealpost.delivery;

import java.util.List;
import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

/** Holds, once a day (UTC), everything that arrived against everything that the forces have signed for, and certifies it. */
public interface Reconcile {
    /**
     * Where the day has changed since the last time, or 50,000 entries have come, makes a signed certificate for each partner and force between which
     * anything happened since, or anything is without a receipt, in one commit. No entry of the ledger is left out or counted
     * twice, whatever the clock does.
     *
     * @return how many certificates were made
     */
    int reconcileDue();

    /** Those of one partner, or all, the newest first. */
    List<Certificate> certificates(Optional<PartnerId> partner, int most);

    /** The certificate as it was signed: clear-signed S/MIME, which {@code openssl cms -verify} checks. */
    Optional<Bytes> signed(long number, PartnerId partner, ForceId force);
}
