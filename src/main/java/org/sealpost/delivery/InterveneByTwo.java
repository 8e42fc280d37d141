package org.sealpost.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.sealpost.envelope.AddressSeal;
import org.sealpost.ledger.Entry;
import org.sealpost.ledger.Ledger;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Never one person alone, and everything that follows from a decision in one commit with it. */
public final class InterveneByTwo implements Intervene {
    private static final Logger LOG = LoggerFactory.getLogger(InterveneByTwo.class);

    private final Custody custody;
    private final Ledger ledger;
    private final Addresses addresses;
    private final Deadlines deadlines;
    private final Clock clock;

    public InterveneByTwo(Custody custody, Ledger ledger, AddressSeal addresses, Deadlines deadlines, Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.addresses = new Addresses(addresses);
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public Page undelivered(long after, int most) {
        UndeliveredList list = new UndeliveredList(deadlines, clock.instant());
        return custody.look(reads -> list.page(reads, after, most));
    }

    @Override
    public Optional<Refusal> propose(OperatorName by, Reference reference, Measure measure) {
        Instant now = clock.instant();
        return aboutOutstanding(reference, (writes, undelivered) -> {
            SubmissionId id = undelivered.of().id();
            Optional<Proposal> open = undelivered.proposal().filter(p -> p.isOpen(now));
            if (open.isPresent()) {
                boolean same =
                        open.get().measure() == measure && open.get().by().isTheSamePersonAs(by);
                return same ? Optional.empty() : Optional.of(Refusals.PROPOSED_ALREADY);
            }
            writes.interventions().propose(id, measure, by, now);
            note(writes, Decisions.proposed(id, measure, by, now));
            LOG.info("{}: {} proposes {}", reference, by, measure.word());
            return Optional.empty();
        });
    }

    @Override
    public Optional<Refusal> confirm(OperatorName by, Reference reference, long number) {
        Instant now = clock.instant();
        return aboutProposal(reference, number, now, (writes, undelivered, proposal) -> {
            if (proposal.by().isTheSamePersonAs(by)) {
                return Optional.of(Refusals.SAME_PERSON);
            }
            SubmissionId id = undelivered.of().id();
            note(writes, Decisions.confirmed(id, proposal, by, now));
            writes.interventions().close(id);
            writes.interventions().acted(id, now);
            carryOut(writes, undelivered, proposal, by, now);
            LOG.info("{}: {} confirms {}", reference, by, proposal.measure().word());
            return Optional.empty();
        });
    }

    private void carryOut(
            Custody.Writes writes, Undelivered undelivered, Proposal proposal, OperatorName by, Instant now) {
        switch (proposal.measure()) {
            case RETRY -> writes.outbox().keep(undelivered.held().retried(), now, Optional.empty());
            case HAND_OVER ->
                writes.interventions().handOver(undelivered.of().id(), new HandedOver(proposal.by(), by, now));
            case GIVE_UP -> {
                writes.interventions().giveUp(undelivered.held().givenUp(now));
                Telling.everySender(writes, addresses, undelivered.of(), new Tell.News.GivenUp(), now);
            }
        }
    }

    @Override
    public Optional<Refusal> drop(OperatorName by, Reference reference, long number) {
        Instant now = clock.instant();
        return aboutProposal(reference, number, now, (writes, undelivered, proposal) -> {
            SubmissionId id = undelivered.of().id();
            writes.interventions().close(id);
            note(writes, Decisions.dropped(id, proposal, by, now));
            return Optional.empty();
        });
    }

    private Optional<Refusal> aboutOutstanding(
            Reference reference, BiFunction<Custody.Writes, Undelivered, Optional<Refusal>> step) {
        return custody.inOneCommit(writes -> {
            Optional<Undelivered> undelivered = writes.undelivered(reference);
            return undelivered.isEmpty()
                    ? Optional.of(Refusals.NOT_OUTSTANDING)
                    : step.apply(writes, undelivered.get());
        });
    }

    private Optional<Refusal> aboutProposal(Reference reference, long number, Instant now, Step step) {
        return aboutOutstanding(reference, (writes, undelivered) -> {
            Optional<Proposal> open = undelivered.proposal().filter(p -> p.number() == number && p.isOpen(now));
            return open.isEmpty() ? Optional.of(Refusals.NO_SUCH_PROPOSAL) : step.take(writes, undelivered, open.get());
        });
    }

    private void note(Custody.Writes writes, Entry entry) {
        ledger.append(writes.ledger(), List.of(entry));
    }

    private interface Step {
        Optional<Refusal> take(Custody.Writes writes, Undelivered undelivered, Proposal proposal);
    }

    /** Why a step is not taken. */
    private static final class Refusals {
        private static final Refusal NOT_OUTSTANDING = new Refusal(
                "not-outstanding", "There is no submission of this reference that is still without a receipt.");
        private static final Refusal PROPOSED_ALREADY = new Refusal(
                "proposed-already", "Something is proposed about it already: that is confirmed or dropped first.");
        private static final Refusal NO_SUCH_PROPOSAL = new Refusal(
                "no-such-proposal",
                "What you saw is no longer proposed: it was confirmed, withdrawn or declined, or its day is over.");
        private static final Refusal SAME_PERSON =
                new Refusal("same-person", "You proposed it yourself. Somebody else has to confirm it.");
    }
}
