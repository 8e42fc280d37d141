package org.sealpost.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.sealpost.ledger.Entry;
import org.sealpost.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases what the force has had in its own keeping for long enough. */
public final class EraseAfterRetention implements Erase {
    private static final Logger LOG = LoggerFactory.getLogger(EraseAfterRetention.class);

    private final Custody custody;
    private final Ledger ledger;
    private final Retention retention;
    private final AdmissionLimits limits;
    private final Clock clock;

    public EraseAfterRetention(
            Custody custody, Ledger ledger, Retention retention, AdmissionLimits limits, Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.retention = retention;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public int eraseDue() {
        Instant now = clock.instant();
        forget(now);
        Instant settledBy = now.minus(retention.afterReceipt());
        Instant evenUntoldBy = settledBy.minus(retention.forNotices());
        int erased = 0;
        while (custody.inOneCommit(writes -> eraseOne(writes, settledBy, evenUntoldBy, now))) {
            erased++;
        }
        while (custody.inOneCommit(writes -> eraseTurnedDown(writes, settledBy, now))) {
            erased++;
        }
        if (erased > 0) {
            LOG.info("erased the sealed content of {} submissions", erased);
        }
        return erased;
    }

    private boolean eraseOne(Custody.Writes writes, Instant settledBy, Instant evenUntoldBy, Instant now) {
        for (Held.Ended ended : writes.erasable(settledBy, evenUntoldBy, 1)) {
            Held.Erased erased = ended.erased(now);
            int untold = writes.notices().untold(ended.of().id());
            ledger.append(writes.ledger(), List.of(Happenings.erased(erased, untold)));
            writes.erase(erased);
            return true;
        }
        return false;
    }

    private boolean eraseTurnedDown(Custody.Writes writes, Instant by, Instant now) {
        for (HeldBack.TurnedDown turnedDown : writes.erasableHeldBack(by, 1)) {
            ledger.append(writes.ledger(), List.of(Vetted.erased(turnedDown, now)));
            writes.vetting().drop(turnedDown.of().id());
            return true;
        }
        return false;
    }

    private void forget(Instant now) {
        custody.inOneCommit(writes -> {
            writes.forgetBefore(now.minus(limits.repeatWindow()));
            List<Entry> given = writes
                    .notices()
                    .dropOrphansBefore(now.minus(retention.afterReceipt()).minus(retention.forNotices()))
                    .stream()
                    .map(id -> Happenings.senderNotTold(id, now))
                    .toList();
            if (!given.isEmpty()) {
                ledger.append(writes.ledger(), given);
            }
            return given.size();
        });
    }
}
