package org.sealpost.delivery;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sealpost.delivery.Admission.Admitted;
import org.sealpost.delivery.malware.Screen;
import org.sealpost.delivery.malware.Screened;
import org.sealpost.envelope.AddressSeal;
import org.sealpost.envelope.SealedEnvelope;
import org.sealpost.envelope.Sealer;
import org.sealpost.ledger.Ledger;
import org.sealpost.reading.Cover;
import org.sealpost.reading.FormReader;
import org.sealpost.reading.Reading;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Doubt;
import org.sealpost.submission.Marking;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and seals in memory, outside any transaction, and then keeps everything in one commit. */
public final class AdmitInOneCommit implements Admit {
    private static final Logger LOG = LoggerFactory.getLogger(AdmitInOneCommit.class);

    private final Custody custody;
    private final Ledger ledger;
    private final FormReader reader;
    private final Sealer sealer;
    private final Addresses addresses;
    private final AdmissionLimits limits;
    private final Headroom headroom;
    private final Marking marking;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Fingerprints fingerprints;
    private final Traces traces;
    private final Repeats repeats;
    private final TurnedAway turnedAway;
    private final Screen screen;
    private final HoldInOneCommit holding;

    /** Scans nothing for malware. */
    public AdmitInOneCommit(
            Custody custody,
            Ledger ledger,
            FormReader reader,
            Sealer sealer,
            AddressSeal addresses,
            AdmissionLimits limits,
            Headroom headroom,
            Marking marking,
            Clock clock) {
        this(custody, ledger, reader, sealer, addresses, limits, headroom, Screen.NONE, marking, clock);
    }

    /** @param marking the marking of what is admitted; never below OFFICIAL-SENSITIVE unless it was configured so */
    public AdmitInOneCommit(
            Custody custody,
            Ledger ledger,
            FormReader reader,
            Sealer sealer,
            AddressSeal addresses,
            AdmissionLimits limits,
            Headroom headroom,
            Screen screen,
            Marking marking,
            Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.reader = reader;
        this.sealer = sealer;
        this.addresses = new Addresses(addresses);
        this.limits = limits;
        this.headroom = headroom;
        this.screen = screen;
        this.marking = marking;
        this.clock = clock;
        this.fingerprints = new Fingerprints(custody.salt());
        this.traces = new Traces(custody.salt());
        this.repeats = new Repeats(ledger, traces, this.addresses);
        this.turnedAway = new TurnedAway(custody, ledger, traces, this.addresses, fingerprints, clock);
        this.holding = new HoldInOneCommit(
                custody, ledger, reader, sealer, this.addresses, limits, marking, repeats, turnedAway, screen, clock);
    }

    @Override
    public Admission.Refused refuse(Arrival arrival, Refusal why) {
        return turnedAway.note(arrival, why);
    }

    @Override
    public Admission admit(Arrival arrival, Progress progress) {
        Optional<Refusal> refusal = limits.refusal(arrival, headroom.largest());
        return refusal.isPresent()
                ? refuse(arrival, refusal.get())
                : headroom.with(arrival.size(), () -> taken(arrival, progress));
    }

    @Override
    public Admission hold(Arrival arrival, List<Doubt> doubts, boolean tell, Progress progress) {
        Optional<Refusal> refusal = limits.refusal(arrival, headroom.largest());
        return refusal.isPresent()
                ? refuse(arrival, refusal.get())
                : headroom.with(arrival.size(), () -> holding.hold(arrival, doubts, tell, progress));
    }

    private Admission taken(Arrival arrival, Progress progress) {
        Set<Sha256> known = new HashSet<>(Set.of(fingerprints.ofOriginals(arrival)));
        Optional<Admitted> earlier = earlier(arrival, known);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Screen.Pending scan = screen.begin(arrival);
        while (earlier.isEmpty()) {
            SubmissionId id = SubmissionId.random();
            Reference reference = freeReference();
            Reading reading = reader.read(
                    new Cover(id, reference, arrival.partner(), arrival.channel(), marking, arrival.arrivedAt()),
                    arrival.originals(),
                    progress);
            if (!reading.substance().isEmpty()) {
                known.add(fingerprints.of(arrival, reading.substance()));
            }
            earlier = earlier(arrival, known);
            if (earlier.isEmpty()) {
                Screened screened = scan.result();
                Optional<Refusal> refusal = screened.refusal();
                if (refusal.isPresent()) {
                    return refuse(arrival, refusal.get());
                }
                progress.sealing();
                SealedEnvelope sealed = sealer.seal(
                        id,
                        reference,
                        arrival.partner(),
                        arrival.force(),
                        screened.marked(reading),
                        arrival.originals());
                Bytes address = addresses.seal(id, arrival.returnAddress());
                progress.storing();
                earlier = keep(new Ready(arrival, reading, screened.word(), sealed, address, Set.copyOf(known)));
            }
        }
        return earlier.get();
    }

    /** What is read and sealed and still in memory only. */
    private record Ready(
            Arrival arrival,
            Reading reading,
            Optional<String> malware,
            SealedEnvelope sealed,
            Bytes address,
            Set<Sha256> fingerprints) {}

    /** Empty where somebody took the reference since it was drawn: it stands inside the seal, so all is done again. */
    private Optional<Admitted> keep(Ready ready) {
        Optional<Admitted> kept = custody.inOneCommit(writes -> {
            Optional<Particulars> equal = writes.equalOne(ready.fingerprints(), now().minus(limits.repeatWindow()));
            if (equal.isPresent()) {
                return Optional.of(repeats.note(writes, equal.get(), ready.arrival(), now()));
            }
            if (writes.taken(ready.sealed().context().reference())) {
                return Optional.empty();
            }
            return Optional.of(take(writes, ready));
        });
        kept.ifPresent(a -> LOG.info(
                "{} by {} from {}: {}",
                a.again() ? "arrived again" : "admitted",
                ready.arrival().channel().word(),
                ready.arrival().partner(),
                a.reference()));
        return kept;
    }

    private Admitted take(Custody.Writes writes, Ready ready) {
        Arrival arrival = ready.arrival();
        SealedEnvelope sealed = ready.sealed();
        Particulars of = new Particulars(
                sealed.context().id(),
                sealed.context().reference(),
                arrival.partner(),
                arrival.force(),
                arrival.channel(),
                writes.nextSequence(arrival.force()),
                ready.reading().urgent(),
                now(),
                ready.reading().locked());
        long position = ledger.append(
                writes.ledger(),
                List.of(
                        Happenings.admitted(
                                of,
                                arrival,
                                traces.of(arrival),
                                ready.reading().documents(),
                                ready.reading().unread(),
                                ready.malware()),
                        Happenings.released(of, sealed.digest())));
        writes.take(new Custody.Intake(
                new Held.Waiting(of, 0),
                position,
                ready.fingerprints(),
                ready.address(),
                sealed.der(),
                sealed.expectation()));
        if (Telling.isByMessage(arrival.returnAddress())) {
            writes.notices().add(Telling.about(of, new Tell.News.InCustody(of.locked()), of.admittedAt()));
        }
        return new Admitted(of.id(), of.reference(), of.admittedAt(), false, of.locked());
    }

    private Optional<Admitted> earlier(Arrival arrival, Set<Sha256> known) {
        Instant since = now().minus(limits.repeatWindow());
        if (custody.look(reads -> reads.equalOne(known, since)).isEmpty()) {
            return Optional.empty();
        }
        return custody.inOneCommit(
                writes -> writes.equalOne(known, since).map(first -> repeats.note(writes, first, arrival, now())));
    }

    private Reference freeReference() {
        Reference drawn = Reference.random(random);
        while (taken(drawn)) {
            drawn = Reference.random(random);
        }
        return drawn;
    }

    private boolean taken(Reference reference) {
        return custody.look(reads -> reads.taken(reference));
    }

    private Instant now() {
        return clock.instant();
    }
}
