package org.sealpost.web;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sealpost.delivery.Courier;
import org.sealpost.delivery.Held;
import org.sealpost.delivery.HeldBack;
import org.sealpost.delivery.Inquire;
import org.sealpost.delivery.Intervene;
import org.sealpost.delivery.Measure;
import org.sealpost.delivery.OperatorName;
import org.sealpost.delivery.Particulars;
import org.sealpost.delivery.Proposal;
import org.sealpost.delivery.Undelivered;
import org.sealpost.delivery.Vet;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Doubt;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.Refusal;
import org.sealpost.submission.SubmissionId;

/** One submission without a receipt, one proposal at a time, and everything that was asked for. */
final class FakeIntervene implements Intervene, Courier, Vet {
    static final Reference REFERENCE = Reference.random(new SecureRandom());
    private static final Particulars OF = new Particulars(
            SubmissionId.random(),
            REFERENCE,
            new PartnerId("example-agency"),
            new ForceId("example-constabulary"),
            Channel.EMAIL,
            1,
            true,
            Instant.parse("2026-11-23T09:30:00Z"));

    final List<String> asked = new CopyOnWriteArrayList<>();
    private Optional<Proposal> proposal = Optional.empty();

    void reset() {
        asked.clear();
        proposal = Optional.empty();
    }

    @Override
    public List<Vet.Line> held(long after, int most) {
        HeldBack.Facts of = new HeldBack.Facts(
                9,
                OF.id(),
                REFERENCE,
                OF.partner(),
                OF.force(),
                Channel.EMAIL,
                true,
                OF.admittedAt(),
                3,
                List.of(Doubt.DKIM_MISSING),
                true,
                false);
        return after >= 9
                ? List.of()
                : List.of(
                        new Vet.Line(new HeldBack.Undecided(of), OF.admittedAt().plusSeconds(120), true));
    }

    @Override
    public Optional<Refusal> release(OperatorName by, Way way, Reference reference) {
        asked.add(by + " releases " + reference + " by " + way.word());
        return Optional.empty();
    }

    @Override
    public Optional<Refusal> refuse(OperatorName by, Way way, Reference reference, Reason reason) {
        asked.add(by + " refuses " + reference + " by " + way.word() + ": "
                + reason.why().code());
        return Optional.of(new Refusal("not-held", "Nothing of this <reference> is held back."));
    }

    @Override
    public Page undelivered(long after, int most) {
        List<Intervene.Line> lines = new ArrayList<>();
        if (after < 7) {
            Undelivered of = new Undelivered(
                    7,
                    new Held.Waiting(OF, 3),
                    Instant.parse("2026-11-23T10:30:00Z"),
                    Optional.of("JMSException"),
                    0,
                    proposal,
                    Optional.empty());
            lines.add(new Intervene.Line(of, Instant.parse("2026-11-23T09:40:00Z"), true, proposal));
        }
        return new Page(lines, new Inquire.Backlog(1, 1, Optional.of(OF.admittedAt())));
    }

    @Override
    public Optional<Refusal> propose(OperatorName by, Reference reference, Measure measure) {
        asked.add(by + " proposes " + measure.word() + " for " + reference);
        proposal = Optional.of(new Proposal(5, measure, by, Instant.now()));
        return Optional.empty();
    }

    @Override
    public Optional<Refusal> confirm(OperatorName by, Reference reference, long number) {
        asked.add(by + " confirms " + number);
        return Optional.of(new Refusal("same-person", "You <proposed> it yourself."));
    }

    @Override
    public Optional<Refusal> drop(OperatorName by, Reference reference, long number) {
        asked.add(by + " drops " + number);
        proposal = Optional.empty();
        return Optional.empty();
    }

    @Override
    public Optional<Bytes> take(OperatorName by, Reference reference) {
        asked.add(by + " takes " + reference);
        return reference.equals(REFERENCE) ? Optional.of(Bytes.of(new byte[] {0x30, 0})) : Optional.empty();
    }

    @Override
    public Optional<Papers> papers(Reference reference) {
        return reference.equals(REFERENCE)
                ? Optional.of(new Papers("a proof", Bytes.of("a note".getBytes(StandardCharsets.US_ASCII))))
                : Optional.empty();
    }

    @Override
    public Optional<Refusal> bring(OperatorName by, Bytes untrustedReceipt) {
        asked.add(by + " brings " + untrustedReceipt.size());
        return untrustedReceipt.size() == 3
                ? Optional.empty()
                : Optional.of(new Refusal("not-a-receipt", "This is no receipt."));
    }
}
