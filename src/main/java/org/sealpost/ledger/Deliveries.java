package org.sealpost.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.SubmissionId;

/**
 * Follows the entries in order and requires that they tell a possible story: each force's releases are numbered without
 * gaps from 1, each submission is released once, and what is delivered or receipted was released to that force before.
 */
final class Deliveries {
    private static final Set<String> AFTER_RELEASE = Set.of("delivered", "refused-by-force");

    private final Map<ForceId, Long> sequences = new HashMap<>();
    private final Map<SubmissionId, ForceId> released = new HashMap<>();

    void follow(Entry entry) throws LedgerRefusedException {
        if (entry.event().equals(Release.EVENT)) {
            release(Release.of(entry));
        } else if (entry.event().equals(ReceiptTaken.EVENT)) {
            ReceiptTaken taken = ReceiptTaken.of(entry);
            if (!taken.force().equals(released.get(taken.id()))) {
                throw notReleased();
            }
        } else if (AFTER_RELEASE.contains(entry.event())) {
            requireReleased(submission(entry));
        }
    }

    void requireReleased(SubmissionId id) throws LedgerRefusedException {
        if (!released.containsKey(id)) {
            throw notReleased();
        }
    }

    long count() {
        return released.size();
    }

    private void release(Release release) throws LedgerRefusedException {
        long expected = sequences.getOrDefault(release.force(), 0L) + 1;
        if (release.sequence() != expected) {
            throw new LedgerRefusedException("gap", "The releases to a force are not numbered without gaps from 1.");
        }
        if (released.put(release.id(), release.force()) != null) {
            throw new LedgerRefusedException("released-twice", "A submission was released twice.");
        }
        sequences.put(release.force(), expected);
    }

    private static SubmissionId submission(Entry entry) throws LedgerRefusedException {
        try {
            return SubmissionId.parse(entry.fact("submission"));
        } catch (IllegalArgumentException e) {
            throw notReleased();
        }
    }

    private static LedgerRefusedException notReleased() {
        return new LedgerRefusedException("not-released", "A receipt or delivery is for what was not released.");
    }
}
