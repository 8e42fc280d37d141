package org.sealpost.channel.sftp;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.sealpost.delivery.Admission;
import org.sealpost.delivery.Admit;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.Standing;
import org.sealpost.delivery.Tell;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Doubt;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.SubmissionId;

/** Keeps what is admitted in a list; can fail before it does, after it has, and can say no. */
public final class FakeDesk implements Admit, Inquire {
    /** What one call of {@link #admit} does. */
    public enum Fault {
        BEFORE,
        AFTER
    }

    private record Kept(Arrival arrival, Record record) {}

    private final List<Kept> kept = new ArrayList<>();
    private final List<Refusal> turnedAway = new ArrayList<>();
    private final List<Tell.Notice> shown = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Optional<Fault> fault = Optional.empty();
    private volatile Optional<Refusal> refusal = Optional.empty();

    public void failNext(Fault next) {
        fault = Optional.of(next);
    }

    public void refuseWith(Optional<Refusal> why) {
        refusal = why;
    }

    @Override
    public synchronized Admission admit(Arrival arrival, Progress progress) {
        calls.incrementAndGet();
        Optional<Fault> now = fault;
        fault = Optional.empty();
        if (now.equals(Optional.of(Fault.BEFORE))) {
            throw new IllegalStateException("fails before the commit");
        }
        if (refusal.isPresent()) {
            return new Admission.Refused(refusal.get());
        }
        Optional<Kept> before = kept.stream()
                .filter(k -> k.arrival().partner().equals(arrival.partner())
                        && content(k.arrival()).equals(content(arrival)))
                .findFirst();
        before.map(Kept::record)
                .filter(first -> !first.to().equals(Optional.of(arrival.returnAddress())))
                .ifPresent(first -> show(arrival, Optional.of(first.reference()), new Tell.News.InCustody()));
        Record record = before.map(Kept::record).orElseGet(() -> keep(arrival));
        if (now.equals(Optional.of(Fault.AFTER))) {
            throw new IllegalStateException("fails after the commit");
        }
        return new Admission.Admitted(record.id(), record.reference(), record.admittedAt(), before.isPresent());
    }

    private Record keep(Arrival arrival) {
        Instant now = Instant.parse("2026-11-23T10:00:00Z").plusSeconds(kept.size());
        Record record = new Record(
                SubmissionId.random(),
                Reference.random(new SecureRandom()),
                arrival.partner(),
                arrival.force(),
                arrival.channel(),
                false,
                now,
                Optional.of(arrival.returnAddress()),
                new Standing.Waiting(now));
        kept.add(new Kept(arrival, record));
        return record;
    }

    @Override
    public Admission hold(Arrival arrival, List<Doubt> doubts, boolean tell, Progress progress) {
        throw new IllegalStateException("only letters are held back");
    }

    @Override
    public synchronized Admission.Refused refuse(Arrival arrival, Refusal why) {
        turnedAway.add(why);
        show(arrival, Optional.empty(), new Tell.News.TurnedAway(why));
        return new Admission.Refused(why);
    }

    private void show(Arrival arrival, Optional<Reference> reference, Tell.News news) {
        shown.add(new Tell.Notice(
                shown.size(),
                SubmissionId.random(),
                reference,
                arrival.partner(),
                arrival.returnAddress(),
                news,
                Instant.parse("2026-11-23T10:00:00Z")));
    }

    @Override
    public synchronized List<Tell.Notice> shown(PartnerId partner, Channel channel, int most) {
        return shown.stream().filter(n -> n.partner().equals(partner)).toList();
    }

    /** Says for every one kept that the force has signed. */
    public synchronized void deliverAll() {
        kept.replaceAll(k -> new Kept(
                k.arrival(),
                new Record(
                        k.record().id(),
                        k.record().reference(),
                        k.record().partner(),
                        k.record().force(),
                        k.record().channel(),
                        false,
                        k.record().admittedAt(),
                        k.record().to(),
                        new Standing.Delivered(Instant.parse("2026-11-23T11:00:00Z")))));
    }

    public synchronized List<Arrival> admitted() {
        return kept.stream().map(Kept::arrival).toList();
    }

    public synchronized List<Bytes> contents() {
        return kept.stream().map(k -> content(k.arrival())).toList();
    }

    public synchronized List<String> names() {
        return kept.stream().map(k -> k.arrival().originals().get(0).name()).toList();
    }

    public synchronized List<Reference> references() {
        return kept.stream().map(k -> k.record().reference()).toList();
    }

    public synchronized List<String> turnedAway() {
        return turnedAway.stream().map(Refusal::code).toList();
    }

    public int calls() {
        return calls.get();
    }

    @Override
    public synchronized Optional<Record> find(PartnerId partner, Reference reference) {
        return recent(partner, Channel.SFTP, Integer.MAX_VALUE).stream()
                .filter(r -> r.reference().equals(reference))
                .findFirst();
    }

    @Override
    public synchronized List<Record> recent(PartnerId partner, Channel channel, int most) {
        return kept.stream()
                .map(Kept::record)
                .filter(r -> r.partner().equals(partner) && r.channel() == channel)
                .limit(most)
                .toList();
    }

    @Override
    public Optional<String> proof(PartnerId partner, Reference reference) {
        return Optional.empty();
    }

    @Override
    public Optional<Bytes> receipt(PartnerId partner, Reference reference) {
        return find(partner, reference)
                .filter(r -> r.standing() instanceof Standing.Delivered)
                .map(r -> Bytes.of(new byte[] {0x30, 0x03, 0x02, 0x01, 0x05}));
    }

    @Override
    public Backlog backlog() {
        return new Backlog(0, 0, Optional.empty());
    }

    private static Bytes content(Arrival arrival) {
        return arrival.originals().get(0).content();
    }
}
