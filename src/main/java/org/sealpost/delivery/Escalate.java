package org.sealpost.delivery;

import java.util.List;
import org.sealpost.submission.Reference;

/** Calls a person to what has no receipt in time. */
public interface Escalate {
    /**
     * Calls to those that have become overdue since the last time, each once, notes that in the ledger, and says how many
     * there were.
     *
     * @throws RuntimeException where nobody could be reached, or it could not be noted; ask again
     */
    int escalateDue();

    /** Who is called. */
    interface Person {
        /** How: a word for the ledger. */
        String by();

        /** @throws RuntimeException where the person was not reached: there will be another call */
        void call(Call call);
    }

    /**
     * @param references of those that have become overdue, oldest first
     * @param backlog of all that are overdue, these and earlier ones
     */
    record Call(List<Reference> references, Inquire.Backlog backlog) {
        public Call {
            references = List.copyOf(references);
        }
    }
}
