package org.sealpost.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/**
 * The fact that a force's true receipt was taken: the entry {@code receipt}. The receipt itself is kept beside the ledger
 * and stands in every export.
 *
 * @param accepted whether the force said that it holds the submission, or that it could not take it
 * @param receipt SHA-256 of the receipt's DER
 */
public record ReceiptTaken(ForceId force, SubmissionId id, boolean accepted, Sha256 receipt) {
    /** What the entry's event says. */
    public static final String EVENT = "receipt";

    private static final Set<String> FACTS = Set.of("force", "submission", "outcome", "receipt");

    /** The ledger entry. */
    public Entry entry(Instant at) {
        return Entry.of(
                EVENT,
                at,
                Map.of(
                        "force", force.value(),
                        "submission", id.toString(),
                        "outcome", accepted ? "accepted" : "refused",
                        "receipt", receipt.toString()));
    }

    /** @throws LedgerRefusedException unless the entry is one that {@link #entry} makes */
    public static ReceiptTaken of(Entry entry) throws LedgerRefusedException {
        if (entry.event().equals(EVENT) && entry.facts().keySet().equals(FACTS)) {
            try {
                ReceiptTaken taken = new ReceiptTaken(
                        new ForceId(entry.fact("force")),
                        SubmissionId.parse(entry.fact("submission")),
                        entry.fact("outcome").equals("accepted"),
                        Sha256.parse(entry.fact("receipt")));
                if (taken.entry(entry.at()).equals(entry)) {
                    return taken;
                }
            } catch (IllegalArgumentException e) {
                // Refused below.
            }
        }
        throw new LedgerRefusedException("not-a-receipt-entry", "A ledger entry does not record a receipt.");
    }
}
