package org.sealpost.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sealpost.delivery.Inquire.Backlog;
import org.sealpost.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says it in the log always, and to a person where there is one. First the call, then the note: a death between calls twice. */
public final class EscalateOverdue implements Escalate {
    private static final Logger LOG = LoggerFactory.getLogger(EscalateOverdue.class);
    /** In one call. */
    private static final int MOST = 100;

    private final Custody custody;
    private final Ledger ledger;
    private final RetryPlan plan;
    private final Person person;
    private final Clock clock;

    public EscalateOverdue(Custody custody, Ledger ledger, RetryPlan plan, Person person, Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.plan = plan;
        this.person = person;
        this.clock = clock;
    }

    @Override
    public int escalateDue() {
        Instant now = clock.instant();
        Instant urgentBefore = now.minus(plan.urgentDeadline());
        Instant othersBefore = now.minus(plan.deadline());
        List<Particulars> uncalled = custody.look(reads -> reads.uncalled(urgentBefore, othersBefore, MOST));
        if (uncalled.isEmpty()) {
            return 0;
        }
        Backlog backlog = custody.look(reads -> reads.backlog(urgentBefore, othersBefore));
        LOG.error(
                "overdue: {} submissions have no receipt in time, the oldest for {} minutes",
                backlog.overdue(),
                backlog.oldestOverdue()
                        .map(oldest -> Duration.between(oldest, now).toMinutes())
                        .orElse(0L));
        person.call(new Call(uncalled.stream().map(Particulars::reference).toList(), backlog));
        custody.inOneCommit(writes -> note(writes, uncalled, now));
        return uncalled.size();
    }

    private boolean note(Custody.Writes writes, List<Particulars> called, Instant now) {
        List<Particulars> first = called.stream()
                .filter(of -> writes.outbox().called(of.id(), now))
                .toList();
        if (!first.isEmpty()) {
            ledger.append(
                    writes.ledger(),
                    first.stream()
                            .map(of -> Happenings.overdue(of.id(), person.by(), now))
                            .toList());
        }
        return !first.isEmpty();
    }
}
