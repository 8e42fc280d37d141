package org.sealpost.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.envelope.AddressSeal;
import org.sealpost.ledger.Entry;
import org.sealpost.ledger.Ledger;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that follows from a decision in one commit with it. Opens nothing: what is released is the sealed envelope as it is. */
public final class VetByOne implements Vet {
    private static final Logger LOG = LoggerFactory.getLogger(VetByOne.class);
    private static final Refusal NOT_HELD = new Refusal(
            "not-held", "Nothing of this reference is held back: it was decided about already, or never was.");
    private static final Refusal SAME_IN_CUSTODY = new Refusal(
            "same-in-custody",
            "The same form has come another way and is in custody. Refuse this one with that reason.");

    private final Custody custody;
    private final Ledger ledger;
    private final Addresses addresses;
    private final Deadlines deadlines;
    private final AdmissionLimits limits;
    private final Clock clock;

    public VetByOne(
            Custody custody,
            Ledger ledger,
            AddressSeal addresses,
            Deadlines deadlines,
            AdmissionLimits limits,
            Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.addresses = new Addresses(addresses);
        this.deadlines = deadlines;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public List<Line> held(long after, int most) {
        Instant now = clock.instant();
        return lines(custody.look(reads -> reads.undecided(after, most)), deadlines, now);
    }

    /** Also for whoever can only read the database. */
    public static List<Line> lines(List<HeldBack.Undecided> undecided, Deadlines deadlines, Instant now) {
        return undecided.stream()
                .map(of -> {
                    Instant deadline = deadlines.of(of.of());
                    return new Line(of, deadline, !deadline.isAfter(now));
                })
                .toList();
    }

    @Override
    public Optional<Refusal> release(OperatorName by, Way way, Reference reference) {
        Instant now = clock.instant();
        Optional<Refusal> answer = custody.inOneCommit(writes -> {
            Optional<HeldBack> held = writes.heldBack(reference);
            if (held.isEmpty()) {
                return Optional.of(NOT_HELD);
            }
            Vetting.Sealed sealed =
                    writes.vetting().sealed(held.get().of().id()).orElseThrow();
            if (writes.equalOne(sealed.fingerprints(), now.minus(limits.repeatWindow()))
                    .isPresent()) {
                return Optional.of(SAME_IN_CUSTODY);
            }
            release(writes, held.get(), sealed, Vetted.released(held.get().of(), by, way, now), now);
            return Optional.empty();
        });
        if (answer.isEmpty()) {
            LOG.info("{}: {} releases it", reference, by);
        }
        return answer;
    }

    private void release(Custody.Writes writes, HeldBack held, Vetting.Sealed sealed, Entry decision, Instant now) {
        Held.Waiting waiting = held.released(writes.nextSequence(held.of().force()), now);
        Particulars of = waiting.of();
        Entry came = ledger.entry(writes.ledger(), held.of().position());
        long position = ledger.append(
                writes.ledger(),
                List.of(
                        decision,
                        Vetted.admitted(of, came),
                        Happenings.released(of, sealed.envelope().sha256())));
        writes.vetting().drop(of.id());
        writes.take(new Custody.Intake(
                waiting,
                position + 1,
                sealed.fingerprints(),
                sealed.returnAddress(),
                sealed.envelope(),
                sealed.expectation()));
        Telling.everySender(writes, addresses, of, new Tell.News.InCustody(of.locked()), now);
    }

    @Override
    public Optional<Refusal> refuse(OperatorName by, Way way, Reference reference, Reason reason) {
        Instant now = clock.instant();
        Optional<Refusal> answer = custody.inOneCommit(writes -> {
            Optional<HeldBack.Undecided> held = writes.heldBack(reference)
                    .filter(HeldBack.Undecided.class::isInstance)
                    .map(HeldBack.Undecided.class::cast);
            if (held.isEmpty()) {
                return Optional.of(NOT_HELD);
            }
            HeldBack.Facts of = held.get().of();
            Entry came = ledger.entry(writes.ledger(), of.position());
            ledger.append(writes.ledger(), List.of(Vetted.turnedDown(of, came, reason.why(), by, way, now)));
            writes.vetting().turnDown(held.get().turnedDown(by, now));
            if (of.tell()) {
                tell(writes, of, reason.why(), now);
            }
            return Optional.empty();
        });
        if (answer.isEmpty()) {
            LOG.info("{}: {} refuses it: {}", reference, by, reason.why().code());
        }
        return answer;
    }

    /** To the address alone: nothing of the letter, so not its Message-ID either. */
    private void tell(Custody.Writes writes, HeldBack.Facts of, Refusal why, Instant now) {
        SubmissionId id = of.id();
        writes.vetting()
                .sealed(id)
                .flatMap(kept -> addresses.open(id, kept.returnAddress()))
                .flatMap(Telling::toTheAddressAlone)
                .ifPresent(to -> writes.notices()
                        .add(new Notices.New(
                                id,
                                Optional.of(of.reference()),
                                of.partner(),
                                of.channel(),
                                new Tell.News.TurnedDown(why),
                                now,
                                Optional.of(addresses.seal(id, to)))));
    }
}
