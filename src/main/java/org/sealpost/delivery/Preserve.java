package org.sealpost.delivery;

import java.util.List;
import java.util.Optional;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;

/**
 * Keeps the sealed content of single submissions from being erased (a legal hold). One person sets a hold, since it destroys nothing; to end
 * one takes two, since what follows is erased. Each step stands in the ledger with who took it, and returns only after its commit.
 * Safe to share between threads.
 */
public interface Preserve {
    /**
     * The holds there are, oldest first.
     *
     * @param after the number of the last one that was seen; 0 for the first page
     */
    List<LegalHold> holds(long after, int most);

    /** @return why not, or nothing where it is held; the same again changes nothing */
    Optional<Refusal> hold(OperatorName by, Reference reference);

    /** @return why not, or nothing where it is proposed; somebody else confirms it within a day */
    Optional<Refusal> proposeEnd(OperatorName by, Reference reference);

    /** @return why not, or nothing where the hold is over */
    Optional<Refusal> confirmEnd(OperatorName by, Reference reference);
}
