package org.sealpost.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;

/**
 * Shows what has no receipt, and takes measures about it: one person proposes, another confirms. Each step stands in the
 * ledger with who took it, and returns only after its commit. Where it throws, ask again. Safe to share between threads.
 */
public interface Intervene {
    /**
     * Everything without a receipt, oldest first.
     *
     * @param after the position of the last one that was seen; -1 for the first page
     */
    Page undelivered(long after, int most);

    /** Returns why not, or nothing where it is proposed; the same by the same person again changes nothing. */
    Optional<Refusal> propose(OperatorName by, Reference reference, Measure measure);

    /**
     * Carries out what somebody else has proposed. Looked at again in the same commit: the submission must still be without a
     * receipt, and that very proposal open.
     *
     * @param proposal the number of the one that was seen
     * @return why not, or nothing where it is done
     */
    Optional<Refusal> confirm(OperatorName by, Reference reference, long proposal);

    /**
     * Withdraws one's own proposal, or declines another's.
     *
     * @return why not, or nothing where it is gone
     */
    Optional<Refusal> drop(OperatorName by, Reference reference, long proposal);

    /** @param backlog of all, not of this page */
    record Page(List<Line> lines, Inquire.Backlog backlog) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    /** @param proposal the open one */
    record Line(Undelivered of, Instant deadline, boolean overdue, Optional<Proposal> proposal) {}
}
