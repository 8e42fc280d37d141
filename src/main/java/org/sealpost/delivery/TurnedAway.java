package org.sealpost.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.ledger.Ledger;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes what was not taken: its code in the ledger, and a notice for a sender who is told by message or has a place to look.
 * Once for the same bytes from the same return address for the same reason; once a day where the bytes are not known.
 */
final class TurnedAway {
    private static final Logger LOG = LoggerFactory.getLogger(TurnedAway.class);

    private final Custody custody;
    private final Ledger ledger;
    private final Traces traces;
    private final Addresses addresses;
    private final Fingerprints fingerprints;
    private final Clock clock;

    TurnedAway(
            Custody custody,
            Ledger ledger,
            Traces traces,
            Addresses addresses,
            Fingerprints fingerprints,
            Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.traces = traces;
        this.addresses = addresses;
        this.fingerprints = fingerprints;
        this.clock = clock;
    }

    Admission.Refused note(Arrival arrival, Refusal why) {
        boolean first = custody.inOneCommit(writes -> {
            Instant now = clock.instant();
            Sha256 fingerprint = fingerprints.ofTurnedAway(arrival, why, now);
            if (!writes.remember(Custody.Memory.TURNED_AWAY, fingerprint, now)) {
                return false;
            }
            SubmissionId id = SubmissionId.random();
            ledger.append(writes.ledger(), List.of(Happenings.refused(id, arrival, traces.of(arrival), why, now)));
            Telling.note(writes.notices(), arrival.returnAddress(), notice(id, arrival, why, now));
            return true;
        });
        if (first) {
            LOG.info("turned away by {} from {}: {}", arrival.channel().word(), arrival.partner(), why.code());
        }
        return new Admission.Refused(why);
    }

    private Notices.New notice(SubmissionId id, Arrival arrival, Refusal why, Instant now) {
        return new Notices.New(
                id,
                Optional.empty(),
                arrival.partner(),
                arrival.channel(),
                new Tell.News.TurnedAway(why),
                now,
                Optional.of(addresses.seal(id, arrival.returnAddress())));
    }
}
