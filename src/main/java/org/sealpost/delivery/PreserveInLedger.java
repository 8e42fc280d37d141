package org.sealpost.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.sealpost.ledger.Entry;
import org.sealpost.ledger.Ledger;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each step and its ledger entry in one commit. */
public final class PreserveInLedger implements Preserve {
    private static final Logger LOG = LoggerFactory.getLogger(PreserveInLedger.class);

    private static final Refusal NOT_KEPT = new Refusal(
            "not-kept", "There is no submission of this reference, or its sealed content has been erased already.");
    private static final Refusal NOT_HELD = new Refusal("no-legal-hold", "There is no legal hold on this reference.");
    private static final Refusal PROPOSED_ALREADY =
            new Refusal("proposed-already", "Somebody else has proposed that already: confirm it.");
    private static final Refusal NOT_PROPOSED = new Refusal(
            "no-such-proposal", "Nobody has proposed the end of this legal hold, or the day to confirm it is over.");
    private static final Refusal SAME_PERSON =
            new Refusal("same-person", "You proposed it yourself. Somebody else has to confirm it.");

    private final Custody custody;
    private final Ledger ledger;
    private final Clock clock;

    public PreserveInLedger(Custody custody, Ledger ledger, Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public List<LegalHold> holds(long after, int most) {
        return custody.look(reads -> reads.legalHolds(after, most));
    }

    @Override
    public Optional<Refusal> hold(OperatorName by, Reference reference) {
        Instant now = clock.instant();
        return custody.inOneCommit(writes -> {
            Optional<Held> held = writes.held(reference);
            if (held.isEmpty() || held.get() instanceof Held.Erased) {
                return Optional.of(NOT_KEPT);
            }
            if (writes.legalHold(reference).isEmpty()) {
                SubmissionId id = held.get().of().id();
                writes.legalHolds().set(id, by, now);
                note(writes, "legal-hold-set", id, Map.of("by", by.value()), now);
                LOG.info("{}: {} sets a legal hold", reference, by);
            }
            return Optional.empty();
        });
    }

    @Override
    public Optional<Refusal> proposeEnd(OperatorName by, Reference reference) {
        Instant now = clock.instant();
        return about(reference, (writes, hold) -> {
            Optional<LegalHold.End> open = hold.openEnd(now);
            if (open.isPresent()) {
                return open.get().by().isTheSamePersonAs(by) ? Optional.empty() : Optional.of(PROPOSED_ALREADY);
            }
            writes.legalHolds().proposeEnd(hold.id(), by, now);
            note(writes, "legal-hold-end-proposed", hold.id(), Map.of("proposed-by", by.value()), now);
            return Optional.empty();
        });
    }

    @Override
    public Optional<Refusal> confirmEnd(OperatorName by, Reference reference) {
        Instant now = clock.instant();
        return about(reference, (writes, hold) -> {
            Optional<LegalHold.End> open = hold.openEnd(now);
            if (open.isEmpty()) {
                return Optional.of(NOT_PROPOSED);
            }
            OperatorName proposed = open.get().by();
            if (proposed.isTheSamePersonAs(by)) {
                return Optional.of(SAME_PERSON);
            }
            writes.legalHolds().end(hold.id());
            Map<String, String> who = Map.of("proposed-by", proposed.value(), "confirmed-by", by.value());
            note(writes, "legal-hold-ended", hold.id(), who, now);
            LOG.info("{}: {} ends its legal hold, as {} proposed", reference, by, proposed);
            return Optional.empty();
        });
    }

    private Optional<Refusal> about(
            Reference reference, BiFunction<Custody.Writes, LegalHold, Optional<Refusal>> step) {
        return custody.inOneCommit(writes -> {
            Optional<LegalHold> hold = writes.legalHold(reference);
            return hold.isEmpty() ? Optional.of(NOT_HELD) : step.apply(writes, hold.get());
        });
    }

    private void note(Custody.Writes writes, String event, SubmissionId id, Map<String, String> who, Instant at) {
        TreeMap<String, String> facts = new TreeMap<>(who);
        facts.put("submission", id.toString());
        ledger.append(writes.ledger(), List.of(new Entry(event, at, facts)));
    }
}
