package org.sealpost.delivery;

import java.time.Instant;
import org.sealpost.submission.Outcome;

/**
 * A submission in custody, by how far it is. The steps are methods of the states that allow them, so that a receipted one
 * cannot be sent again and one without a receipt cannot be erased.
 */
public sealed interface Held {
    Particulars of();

    /** No receipt that verifies is in; one may come. */
    sealed interface Unreceipted extends Held {
        /** A receipt that verifies is in. */
        default Settled settled(Outcome outcome, Instant at) {
            return new Settled(of(), outcome, at);
        }
    }

    /** Nothing more is sent; the sealed content is still here. */
    sealed interface Ended extends Held {
        /** Since when. */
        Instant at();

        /** The sealed content, the expectation and the return address go. */
        default Erased erased(Instant when) {
            return new Erased(this, when);
        }
    }

    /** Still to be delivered. */
    sealed interface Outstanding extends Unreceipted {
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

        /** The failures until now do not count. */
        Outstanding retried();

        /** Two people have decided that it is sent no more. */
        default GivenUp givenUp(Instant at) {
            return new GivenUp(of(), at);
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

        @Override
        public Waiting retried() {
            return new Waiting(of, 0);
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

        @Override
        public Underway retried() {
            return new Underway(of, sentAt, attempts, 0);
        }
    }

    /** The force has given its word; the sealed content is still here. */
    record Settled(Particulars of, Outcome outcome, Instant at) implements Ended {}

    /** It is sent no more. The force may have it all the same, and its receipt may come. */
    record GivenUp(Particulars of, Instant at) implements Unreceipted, Ended {}

    /** Only the ledger is left, and the receipt where there was one. */
    record Erased(Ended last, Instant at) implements Held {
        @Override
        public Particulars of() {
            return last.of();
        }
    }
}
