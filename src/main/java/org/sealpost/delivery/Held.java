package org.sealpost.delivery;

import java.time.Instant;
import org.sealpost.submission.Outcome;

/**
 * A submission in custody, by how far it is. The steps are methods of the states that allow them, so that a receipted one
 * cannot be sent again and one without a receipt cannot be erased.
 */
public sealed interface Held {
    Particulars of();

    /** Still to be delivered: no receipt that verifies is in. */
    sealed interface Outstanding extends Held {
        /** How often the broker has taken it. */
        int attempts();

        /** How often the broker has failed to take the attempt that is next. */
        int failures();

        /** The broker has taken one more attempt. */
        default Underway sent(Instant at) {
            return new Underway(of(), at, attempts() + 1, 0);
        }

        /** The broker did not take the attempt that is next. */
        Outstanding failed();

        /** A receipt that verifies is in. */
        default Settled settled(Outcome outcome, Instant at) {
            return new Settled(of(), outcome, at);
        }
    }

    /** Never yet with the broker. */
    record Waiting(Particulars of, int failures) implements Outstanding {
        @Override
        public int attempts() {
            return 0;
        }

        @Override
        public Waiting failed() {
            return new Waiting(of, failures + 1);
        }
    }

    /**
     * The broker has taken it at least once.
     *
     * @param sentAt when it took the newest attempt
     */
    record Underway(Particulars of, Instant sentAt, int attempts, int failures) implements Outstanding {
        public Underway {
            if (attempts < 1) {
                throw new IllegalArgumentException("what is under way was sent at least once");
            }
        }

        @Override
        public Underway failed() {
            return new Underway(of, sentAt, attempts, failures + 1);
        }
    }

    /** The force has given its word; the sealed content is still here. */
    record Settled(Particulars of, Outcome outcome, Instant at) implements Held {
        /** The sealed content, the expectation and the return address go. */
        public Erased erased(Instant when) {
            return new Erased(of, outcome, at, when);
        }
    }

    /** Only the receipt and the ledger are left. */
    record Erased(Particulars of, Outcome outcome, Instant settledAt, Instant at) implements Held {}
}
