package org.sealpost.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * A submission without a receipt, for the people who look after it. Nothing of a form.
 *
 * @param position in the order of admission
 * @param due when it is sent next
 * @param failure of what kind the newest failure to hand it to the broker was, where the last try failed
 * @param falseReceipts how many receipts came that said they were for it and were not true
 * @param proposal the newest, which may have lapsed
 */
public record Undelivered(
        long position,
        Held.Outstanding held,
        Instant due,
        Optional<String> failure,
        int falseReceipts,
        Optional<Proposal> proposal,
        Optional<HandedOver> handedOver) {

    public Particulars of() {
        return held.of();
    }

    /** When the broker took it last. */
    public Optional<Instant> sentAt() {
        return held instanceof Held.Underway underway ? Optional.of(underway.sentAt()) : Optional.empty();
    }

    /** Why there is no receipt yet, as far as is known. */
    public Why why() {
        if (handedOver.isPresent()) {
            return new Why(
                    "handed-over",
                    "Two people had it handed over by other means. It is still being sent as well, until its receipt is in.");
        }
        if (held.failures() > 0) {
            return new Why(
                    "broker-does-not-take-it",
                    "The broker did not take it, " + times(held.failures()) + " in a row"
                            + failure.map(kind -> " (" + kind + ")").orElse("") + ".");
        }
        if (held.attempts() == 0) {
            return new Why("waiting", "It has not been sent yet: its turn has not come.");
        }
        String sent = "It was sent " + times(held.attempts());
        return falseReceipts == 0
                ? new Why("no-receipt", sent + ", and no receipt came.")
                : new Why(
                        "false-receipts",
                        sent + ", and only receipts that are not true came, " + times(falseReceipts) + ".");
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    /**
     * @param code stable
     * @param sentence for people
     */
    public record Why(String code, String sentence) {}
}
