package org.sealpost.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.envelope.AddressSeal;
import org.sealpost.ledger.Ledger;
import org.sealpost.submission.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the sealed return addresses only when it is time to tell somebody. */
public final class TellFromNotices implements Tell {
    private static final Logger LOG = LoggerFactory.getLogger(TellFromNotices.class);

    private final Custody custody;
    private final Ledger ledger;
    private final Addresses addresses;
    private final RetryPlan plan;
    private final Clock clock;

    public TellFromNotices(Custody custody, Ledger ledger, AddressSeal addresses, RetryPlan plan, Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.addresses = new Addresses(addresses);
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public List<Notice> due(Channel channel) {
        Instant now = now();
        Due due = plan.toTell(now);
        if (!custody.look(reads -> reads.anybodyToTell(channel, due))) {
            return List.of();
        }
        // Another gateway sends what waits in a batch for longer than its claim: a letter twice, a receipt over itself.
        int most = channel == Channel.EMAIL ? 1 : plan.batch();
        while (true) {
            List<Notices.Sealed> claimed =
                    custody.claim(claims -> claims.notices(channel, due, now.plus(plan.tellingClaim()), most));
            List<Notice> opened = claimed.stream().flatMap(this::open).toList();
            // Those that do not open are put off, and the next ones wait for no next poll.
            if (claimed.isEmpty() || !opened.isEmpty()) {
                return opened;
            }
        }
    }

    /** Nothing where the address cannot be opened: the notice is due again after a pause, and the others go out. */
    private Stream<Notice> open(Notices.Sealed untold) {
        Optional<Notice> opened = untold.opened(addresses);
        if (opened.isEmpty()) {
            LOG.error("the return address of {} cannot be opened with the key in use", untold.id());
            postpone(untold.number());
        }
        return opened.stream();
    }

    @Override
    public void told(Notice notice) {
        custody.inOneCommit(writes -> {
            boolean first = writes.notices().told(notice.number(), now());
            if (first) {
                ledger.append(writes.ledger(), List.of(Happenings.senderTold(notice.id(), notice.news(), now())));
            }
            return first;
        });
    }

    @Override
    public void failed(Notice notice) {
        LOG.warn("notice {} about {} could not be delivered", notice.number(), notice.id());
        postpone(notice.number());
    }

    private void postpone(long number) {
        custody.inOneCommit(writes -> {
            int failures = writes.notices().failures(number) + 1;
            writes.notices().postpone(number, failures, now().plus(plan.afterFailingToTell(failures)));
            return failures;
        });
    }

    private Instant now() {
        return clock.instant();
    }
}
