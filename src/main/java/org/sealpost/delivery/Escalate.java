package org.sealpost.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Reference;

/** Calls people to what has no receipt in time. */
public interface Escalate {
    /**
     * Each rung calls to those that are its to call to, each once, and that is noted in the ledger. A rung that fails holds
     * up no other.
     *
     * @return to how many submissions somebody was called for the first time by some rung
     * @throws RuntimeException where somebody could not be reached, or it could not be noted; ask again
     */
    int escalateDue();

    /** One way to reach one person. */
    interface Person {
        /** Who it is, as configured; empty where no name is. */
        String name();

        /** How: a word for the ledger. */
        String by();

        /** @throws RuntimeException where the person was not reached: there will be another call */
        void call(Call call);
    }

    /**
     * A person and when that person's turn is.
     *
     * @param key by which it is known whether this rung has called: stable over restarts, at most 100 characters
     * @param after how long after the deadline, or after the last thing that anybody did about it where that was later
     * @param force called to what goes to this force only; empty for every force
     */
    record Rung(String key, Person person, Duration after, Optional<ForceId> force) {
        public Rung {
            if (after.isNegative()) {
                throw new IllegalArgumentException("nobody is called before the deadline");
            }
        }
    }

    /**
     * @param late those that this rung had not called to, oldest first
     * @param backlog of all that are outstanding, these and others
     */
    record Call(List<Late> late, Inquire.Backlog backlog) {
        public Call {
            late = List.copyOf(late);
        }
    }

    /**
     * One without a receipt in time.
     *
     * @param since when it was admitted, or held back
     * @param heldBack it waits for a person and is not being sent
     */
    record Late(Reference reference, ForceId force, boolean urgent, Instant since, Instant deadline, boolean heldBack) {
        /** One that is on its way. */
        public Late(Reference reference, ForceId force, boolean urgent, Instant since, Instant deadline) {
            this(reference, force, urgent, since, deadline, false);
        }
    }
}
