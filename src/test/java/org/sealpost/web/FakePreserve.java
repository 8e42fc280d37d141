package org.sealpost.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sealpost.delivery.LegalHold;
import org.sealpost.delivery.OperatorName;
import org.sealpost.delivery.Preserve;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.SubmissionId;

/** One hold, whose end somebody may have proposed, and everything that was asked for. */
final class FakePreserve implements Preserve {
    final List<String> asked = new CopyOnWriteArrayList<>();
    private Optional<LegalHold.End> end = Optional.empty();

    void reset() {
        asked.clear();
        end = Optional.empty();
    }

    @Override
    public List<LegalHold> holds(long after, int most) {
        OperatorName by = new OperatorName(WebHouse.OPERATOR);
        return List.of(new LegalHold(
                1, SubmissionId.random(), FakeIntervene.REFERENCE, by, Instant.parse("2026-11-23T09:30:00Z"), end));
    }

    @Override
    public Optional<Refusal> hold(OperatorName by, Reference reference) {
        asked.add(by + " holds " + reference);
        return reference.equals(FakeIntervene.REFERENCE)
                ? Optional.empty()
                : Optional.of(new Refusal("not-kept", "There is no <submission> of this reference."));
    }

    @Override
    public Optional<Refusal> proposeEnd(OperatorName by, Reference reference) {
        asked.add(by + " proposes the end of " + reference);
        end = Optional.of(new LegalHold.End(by, Instant.now()));
        return Optional.empty();
    }

    @Override
    public Optional<Refusal> confirmEnd(OperatorName by, Reference reference) {
        asked.add(by + " ends " + reference);
        return Optional.empty();
    }
}
