package org.sealpost.web;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sealpost.delivery.Admission;
import org.sealpost.delivery.Admit;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.Standing;
import org.sealpost.delivery.Tell;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Doubt;
import org.sealpost.submission.Original;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.SubmissionId;

/**
 * The use cases, kept in memory: admits, refuses, faults before it stored anything or after, and may be held at each step so
 * that a test can look.
 */
final class FakeAdmit implements Admit, Inquire {
    /** What goes wrong next. */
    enum Mood {
        WELL,
        REFUSES,
        FAILS_BEFORE,
        FAILS_AFTER,
        /** A file in it is locked with a password. */
        LOCKED
    }

    /** Called on the admitting thread before each step. */
    interface Hold {
        void at(String step);
    }

    static final Hold NONE = step -> {};

    volatile Mood mood = Mood.WELL;
    volatile Hold hold = NONE;
    final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    final List<String> turnedAway = new CopyOnWriteArrayList<>();
    private final ConcurrentMap<List<Bytes>, Record> records = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    void reset() {
        mood = Mood.WELL;
        hold = NONE;
        arrivals.clear();
        turnedAway.clear();
        records.clear();
    }

    @Override
    public Admission admit(Arrival arrival, Progress progress) {
        arrivals.add(arrival);
        if (mood == Mood.REFUSES) {
            return new Admission.Refused(new Refusal("not-for-us", "This force does not take it."));
        }
        for (int i = 1; i <= arrival.originals().size(); i++) {
            progress.reading(i, arrival.originals().size());
            hold.at("reading " + i);
        }
        progress.sealing();
        hold.at("sealing");
        if (mood == Mood.FAILS_BEFORE) {
            throw new IllegalStateException("Jane Example of 1 Sample Street");
        }
        progress.storing();
        hold.at("storing");
        List<Bytes> key = arrival.originals().stream().map(Original::content).toList();
        Record known = records.get(key);
        if (known != null) {
            return new Admission.Admitted(known.id(), known.reference(), known.admittedAt(), true);
        }
        Record fresh = new Record(
                SubmissionId.random(),
                Reference.random(random),
                arrival.partner(),
                arrival.force(),
                Channel.WEB,
                false,
                arrival.arrivedAt(),
                Optional.of(arrival.returnAddress()),
                new Standing.Waiting(arrival.arrivedAt()),
                mood == Mood.LOCKED);
        records.put(key, fresh);
        if (mood == Mood.FAILS_AFTER) {
            throw new IllegalStateException("Jane Example of 1 Sample Street");
        }
        return new Admission.Admitted(fresh.id(), fresh.reference(), fresh.admittedAt(), false, fresh.locked());
    }

    @Override
    public Admission hold(Arrival arrival, List<Doubt> doubts, boolean tell, Progress progress) {
        throw new IllegalStateException("only letters are held back");
    }

    @Override
    public Admission.Refused refuse(Arrival arrival, Refusal why) {
        turnedAway.add(why.code());
        return new Admission.Refused(why);
    }

    /** Moves every submission on. */
    void stand(Standing standing) {
        records.replaceAll((key, r) -> new Record(
                r.id(),
                r.reference(),
                r.partner(),
                r.force(),
                r.channel(),
                r.urgent(),
                r.admittedAt(),
                r.to(),
                standing));
    }

    void delivered() {
        stand(new Standing.Delivered(Instant.now()));
    }

    @Override
    public Optional<Record> find(PartnerId partner, Reference reference) {
        return records.values().stream()
                .filter(r -> r.partner().equals(partner) && r.reference().equals(reference))
                .findAny();
    }

    @Override
    public List<Record> recent(PartnerId partner, Channel channel, int most) {
        return records.values().stream()
                .filter(r -> r.partner().equals(partner) && r.channel() == channel)
                .sorted((a, b) -> b.admittedAt().compareTo(a.admittedAt()))
                .limit(most)
                .toList();
    }

    @Override
    public List<Tell.Notice> shown(PartnerId partner, Channel channel, int most) {
        return List.of();
    }

    @Override
    public Optional<Bytes> receipt(PartnerId partner, Reference reference) {
        return find(partner, reference)
                .filter(r -> r.standing() instanceof Standing.Delivered)
                .map(r -> Bytes.of(new byte[] {0x30, 0x03, 0x02, 0x01, 0x00}));
    }

    @Override
    public Optional<String> proof(PartnerId partner, Reference reference) {
        return find(partner, reference).map(r -> "c2sp.org/tlog-proof@v1\n");
    }

    @Override
    public Backlog backlog() {
        return new Backlog(0, 0, Optional.empty());
    }
}
