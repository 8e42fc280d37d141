package org.sealpost.delivery;

import java.time.Instant;
import java.util.Map;
import org.sealpost.ledger.Entry;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/** The ledger entries of what people decide. */
final class Decisions {
    private Decisions() {}

    static Entry proposed(SubmissionId id, Measure measure, OperatorName by, Instant at) {
        return Entry.of(
                "measure-proposed",
                at,
                Map.of("submission", id.toString(), "measure", measure.word(), "proposed-by", by.value()));
    }

    static Entry confirmed(SubmissionId id, Proposal proposal, OperatorName by, Instant at) {
        return Entry.of(
                "measure-confirmed",
                at,
                Map.of(
                        "submission", id.toString(),
                        "measure", proposal.measure().word(),
                        "proposed-by", proposal.by().value(),
                        "confirmed-by", by.value()));
    }

    /** Whether two people decided by it that a submission is sent no more. */
    static boolean isGivenUp(Entry entry) {
        return entry.event().equals("measure-confirmed")
                && Measure.GIVE_UP.word().equals(entry.facts().get("measure"));
    }

    /** By who proposed it: withdrawn; by another: declined. */
    static Entry dropped(SubmissionId id, Proposal proposal, OperatorName by, Instant at) {
        return Entry.of(
                proposal.by().isTheSamePersonAs(by) ? "measure-withdrawn" : "measure-declined",
                at,
                Map.of(
                        "submission", id.toString(),
                        "measure", proposal.measure().word(),
                        "proposed-by", proposal.by().value(),
                        "by", by.value()));
    }

    /** Somebody has taken the sealed file to bring it to the force. */
    static Entry takenAway(SubmissionId id, Sha256 envelope, OperatorName by, Instant at) {
        return Entry.of(
                "taken-to-hand-over",
                at,
                Map.of("submission", id.toString(), "envelope", envelope.toString(), "by", by.value()));
    }

    /** Whether it is true is in the entries that follow. */
    static Entry broughtBack(ForceId force, SubmissionId id, Sha256 untrustedReceipt, OperatorName by, Instant at) {
        return Entry.of(
                "receipt-brought",
                at,
                Map.of(
                        "submission", id.toString(),
                        "force", force.value(),
                        "sha256", untrustedReceipt.toString(),
                        "by", by.value()));
    }
}
