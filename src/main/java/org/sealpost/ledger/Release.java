package org.sealpost.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/**
 * The fact that an envelope is released to a force: the entry {@code released}. It travels with the envelope, so it holds
 * nothing that says who sent.
 *
 * @param sequence the force's own count, without gaps, from 1
 * @param envelope SHA-256 of the whole envelope
 */
public record Release(ForceId force, long sequence, SubmissionId id, Sha256 envelope) {
    /** What the entry's event says. */
    public static final String EVENT = "released";

    private static final Set<String> FACTS = Set.of("force", "sequence", "submission", "envelope");

    public Release {
        if (sequence < 1) {
            throw new IllegalArgumentException("a force's sequence starts from 1");
        }
    }

    /** The ledger entry. */
    public Entry entry(Instant at) {
        return Entry.of(
                EVENT,
                at,
                Map.of(
                        "force", force.value(),
                        "sequence", Long.toString(sequence),
                        "submission", id.toString(),
                        "envelope", envelope.toString()));
    }

    /** @throws LedgerRefusedException unless the entry is one that {@link #entry} makes */
    public static Release of(Entry entry) throws LedgerRefusedException {
        if (entry.event().equals(EVENT) && entry.facts().keySet().equals(FACTS)) {
            try {
                return new Release(
                        new ForceId(entry.fact("force")),
                        Strict.number(entry.fact("sequence")),
                        SubmissionId.parse(entry.fact("submission")),
                        Sha256.parse(entry.fact("envelope")));
            } catch (IllegalArgumentException e) {
                // Refused below.
            }
        }
        throw new LedgerRefusedException("not-a-release", "A ledger entry does not release an envelope.");
    }
}
