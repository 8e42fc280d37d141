package org.sealpost.channel.broker;

import org.sealpost.submission.ForceId;

/** The names of the queues, one pair a force. */
public final class Queues {
    private Queues() {}

    /** Where a force takes its envelopes from. */
    public static String intelligence(ForceId force) {
        return "intelligence." + force;
    }

    /** Where it puts its receipts. */
    public static String receipts(ForceId force) {
        return "receipts." + force;
    }
}
