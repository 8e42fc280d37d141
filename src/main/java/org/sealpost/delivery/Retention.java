package org.sealpost.delivery;

import java.time.Duration;

/**
 * How long things are kept.
 *
 * @param afterReceipt the sealed content and the return address, after the receipt; 7 days unless told otherwise
 * @param forNotices at most this much longer where the sender could not yet be told; 23 days unless told otherwise
 */
public record Retention(Duration afterReceipt, Duration forNotices) {
    public static final Retention DEFAULTS = new Retention(Duration.ofDays(7), Duration.ofDays(23));

    public Retention {
        if (afterReceipt.isNegative() || forNotices.isNegative()) {
            throw new IllegalArgumentException("nothing is kept for a negative time");
        }
    }
}
