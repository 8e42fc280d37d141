package org.sealpost.web.settings;

import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

/**
 * One person or program of a partner, by whatever way it came in.
 *
 * @param name by which it is known to the partner and in the ledger, compared without regard to case
 * @param force where everything it sends goes
 */
public record Sender(String name, PartnerId partner, ForceId force) {
    @Override
    public String toString() {
        return name + " of " + partner;
    }
}
