package org.sealpost.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sealpost.delivery.malware.Screen;
import org.sealpost.delivery.malware.Screened;
import org.sealpost.envelope.SealedEnvelope;
import org.sealpost.envelope.Sealer;
import org.sealpost.ledger.Ledger;
import org.sealpost.reading.Cover;
import org.sealpost.reading.FormReader;
import org.sealpost.reading.Reading;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Doubt;
import org.sealpost.submission.Marking;
import org.sealpost.submission.Reference;
import org.sealpost.submission.ReturnAddress;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what is not believed and keeps it for a person. Who writes in another's name learns nothing by it and takes nothing
 * away: what is held is no first one of which a true form would be a repeat.
 */
final class HoldInOneCommit {
    private static final Logger LOG = LoggerFactory.getLogger(HoldInOneCommit.class);

    private final Custody custody;
    private final Ledger ledger;
    private final FormReader reader;
    private final Sealer sealer;
    private final Addresses addresses;
    private final AdmissionLimits limits;
    private final Marking marking;
    private final Fingerprints fingerprints;
    private final Traces traces;
    private final Repeats repeats;
    private final TurnedAway turnedAway;
    private final Screen screen;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HoldInOneCommit(
            Custody custody,
            Ledger ledger,
            FormReader reader,
            Sealer sealer,
            Addresses addresses,
            AdmissionLimits limits,
            Marking marking,
            Repeats repeats,
            TurnedAway turnedAway,
            Screen screen,
            Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.reader = reader;
        this.sealer = sealer;
        this.addresses = addresses;
        this.limits = limits;
        this.marking = marking;
        this.repeats = repeats;
        this.turnedAway = turnedAway;
        this.screen = screen;
        this.fingerprints = new Fingerprints(custody.salt());
        this.traces = new Traces(custody.salt());
        this.clock = clock;
    }

    Admission hold(Arrival arrival, List<Doubt> doubts, boolean tell, Admit.Progress progress) {
        Sha256 bytes = fingerprints.ofOriginals(arrival);
        Optional<Admission> kept =
                custody.look(reads -> reads.heldBackBytes(bytes)).isEmpty()
                        ? Optional.empty()
                        : custody.inOneCommit(writes -> earlier(writes, arrival, bytes));
        if (kept.isPresent()) {
            return kept.get();
        }
        Screen.Pending scan = screen.begin(arrival);
        while (kept.isEmpty()) {
            SubmissionId id = SubmissionId.random();
            Reference reference = Reference.random(random);
            Reading reading = reader.read(
                    new Cover(id, reference, arrival.partner(), arrival.channel(), marking, arrival.arrivedAt()),
                    arrival.originals(),
                    progress);
            Screened screened = scan.result();
            if (screened.refusal().isPresent()) {
                return turnedAway.note(arrival, screened.refusal().get());
            }
            progress.sealing();
            SealedEnvelope sealed = sealer.seal(
                    id, reference, arrival.partner(), arrival.force(), screened.marked(reading), arrival.originals());
            progress.storing();
            kept = custody.inOneCommit(writes -> {
                Optional<Admission> earlier = earlier(writes, arrival, bytes);
                if (earlier.isPresent()) {
                    return earlier;
                }
                return writes.taken(reference)
                        ? Optional.empty()
                        : Optional.of(keep(writes, arrival, bytes, reading, sealed, doubts, tell));
            });
        }
        return kept.get();
    }

    /** The very same letter, fetched again: held already, or released since. */
    private Optional<Admission> earlier(Custody.Writes writes, Arrival arrival, Sha256 bytes) {
        Optional<HeldBack> held = writes.heldBackBytes(bytes);
        if (held.isPresent()) {
            HeldBack.Facts of = held.get().of();
            return Optional.of(new Admission.HeldBack(of.reference(), of.since(), true));
        }
        return writes.equalOne(Set.of(bytes), clock.instant().minus(limits.repeatWindow()))
                .map(first -> repeats.note(writes, first, arrival, clock.instant()));
    }

    private Admission keep(
            Custody.Writes writes,
            Arrival arrival,
            Sha256 bytes,
            Reading reading,
            SealedEnvelope sealed,
            List<Doubt> doubts,
            boolean tell) {
        Instant now = clock.instant();
        SubmissionId id = sealed.context().id();
        HeldBack.Facts of = new HeldBack.Facts(
                0,
                id,
                sealed.context().reference(),
                arrival.partner(),
                arrival.force(),
                arrival.channel(),
                reading.urgent(),
                now,
                writes.ledger().appended(),
                doubts,
                tell,
                reading.locked());
        ledger.append(writes.ledger(), List.of(Vetted.held(of, arrival, traces.of(arrival), reading, sealed.digest())));
        Set<Sha256> known = new HashSet<>(Set.of(bytes));
        if (!reading.substance().isEmpty()) {
            known.add(fingerprints.of(arrival, reading.substance()));
        }
        writes.vetting()
                .hold(
                        of,
                        bytes,
                        new Vetting.Sealed(
                                known,
                                addresses.seal(id, arrival.returnAddress()),
                                sealed.der(),
                                sealed.expectation()));
        if (tell) {
            Telling.toTheAddressAlone(arrival.returnAddress())
                    .filter(to -> isFirstToday(writes, to, now))
                    .ifPresent(to -> writes.notices()
                            .add(new Notices.New(
                                    id,
                                    Optional.of(of.reference()),
                                    of.partner(),
                                    of.channel(),
                                    new Tell.News.Held(),
                                    now,
                                    Optional.of(addresses.seal(id, to)))));
        }
        LOG.warn(
                "held back, {} by {} from {}: {}. A person decides: sealpost held",
                Vetted.words(doubts),
                arrival.channel().word(),
                arrival.partner(),
                of.reference());
        return new Admission.HeldBack(of.reference(), now, false);
    }

    /** Whoever is named as the sender without being it hears of it once a day (UTC), however many there are. */
    private boolean isFirstToday(Custody.Writes writes, ReturnAddress.ByMail to, Instant now) {
        String text = to.address().toLowerCase(Locale.ROOT) + "\n" + now.truncatedTo(ChronoUnit.DAYS);
        return writes.remember(
                Custody.Memory.HELD_NOTICE, Sha256.hmac(custody.salt().array(), text.getBytes(UTF_8)), now);
    }
}
