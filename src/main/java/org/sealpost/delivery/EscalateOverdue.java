package org.sealpost.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.delivery.Inquire.Backlog;
import org.sealpost.ledger.Ledger;
import org.sealpost.submission.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says it in the log always, and to each person in turn. First the call, then the note: a death between calls twice. */
public final class EscalateOverdue implements Escalate {
    private static final Logger LOG = LoggerFactory.getLogger(EscalateOverdue.class);
    /** In one call. */
    private static final int MOST = 100;

    private final Custody custody;
    private final Ledger ledger;
    private final Deadlines deadlines;
    private final List<Rung> ladder;
    private final Clock clock;

    public EscalateOverdue(Custody custody, Ledger ledger, Deadlines deadlines, List<Rung> ladder, Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.ladder = List.copyOf(ladder);
        this.clock = clock;
    }

    @Override
    public int escalateDue() {
        Set<SubmissionId> called = new HashSet<>();
        RuntimeException trouble = null;
        for (Rung rung : ladder) {
            try {
                called.addAll(climb(rung));
            } catch (RuntimeException e) {
                trouble = withEarlier(trouble, e);
            }
        }
        if (trouble != null) {
            throw trouble;
        }
        return called.size();
    }

    private static RuntimeException withEarlier(@Nullable RuntimeException earlier, RuntimeException fault) {
        if (earlier == null) {
            return fault;
        }
        earlier.addSuppressed(fault);
        return earlier;
    }

    private List<SubmissionId> climb(Rung rung) {
        Instant now = clock.instant();
        List<Particulars> uncalled = custody.look(
                reads -> reads.uncalled(rung.key(), rung.force(), deadlines, now.minus(rung.after()), MOST));
        List<HeldBack.Undecided> heldBack = custody.look(
                reads -> reads.uncalledHeldBack(rung.key(), rung.force(), deadlines, now.minus(rung.after()), MOST));
        if (uncalled.isEmpty() && heldBack.isEmpty()) {
            return List.of();
        }
        Backlog backlog = custody.look(reads -> reads.backlog(deadlines, now));
        LOG.error(
                "overdue: {} submissions have no receipt, or no person's decision, in time, the oldest for {} minutes; calling by {}",
                backlog.overdue(),
                backlog.oldestOverdue()
                        .map(oldest -> Duration.between(oldest, now).toMinutes())
                        .orElse(0L),
                rung.person().by());
        List<Late> late = Stream.concat(
                        heldBack.stream().map(this::late), uncalled.stream().map(this::late))
                .toList();
        rung.person().call(new Call(late, backlog));
        return custody.inOneCommit(writes -> note(writes, rung, uncalled, heldBack, now));
    }

    private Late late(Particulars of) {
        return new Late(of.reference(), of.force(), of.urgent(), of.admittedAt(), deadlines.of(of));
    }

    private Late late(HeldBack.Undecided held) {
        HeldBack.Facts of = held.of();
        return new Late(of.reference(), of.force(), of.urgent(), of.since(), deadlines.of(of), true);
    }

    private List<SubmissionId> note(
            Custody.Writes writes,
            Rung rung,
            List<Particulars> called,
            List<HeldBack.Undecided> heldBack,
            Instant now) {
        List<SubmissionId> first = Stream.concat(
                        called.stream().map(Particulars::id).filter(id -> writes.outbox()
                                .called(id, rung.key(), now)),
                        heldBack.stream().map(held -> held.of().id()).filter(id -> writes.vetting()
                                .called(id, rung.key(), now)))
                .toList();
        if (!first.isEmpty()) {
            ledger.append(
                    writes.ledger(),
                    first.stream()
                            .map(id -> Happenings.overdue(id, rung.person(), now))
                            .toList());
        }
        return first;
    }
}
