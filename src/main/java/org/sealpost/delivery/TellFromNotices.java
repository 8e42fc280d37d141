package org.sealpost.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    private final AddressSeal addresses;
    private final RetryPlan plan;
    private final Clock clock;

    public TellFromNotices(Custody custody, Ledger ledger, AddressSeal addresses, RetryPlan plan, Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.addresses = addresses;
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public List<Notice> due(Channel channel) {
        Instant now = now();
        if (!custody.look(reads -> reads.anybodyToTell(channel, now))) {
            return List.of();
        }
        List<Notices.Sealed> claimed =
                custody.claim(claims -> claims.notices(channel, now, now.plus(plan.claim()), plan.batch()));
        return claimed.stream().flatMap(this::open).toList();
    }

    /** Nothing where the address cannot be opened: the notice stays due after its claim, and the others go out. */
    private Stream<Notice> open(Notices.Sealed untold) {
        try {
            return Stream.of(untold.opened(addresses));
        } catch (IllegalStateException e) {
            LOG.error("the return address of {} cannot be opened with the key in use", untold.id());
            postpone(untold.number());
            return Stream.empty();
        }
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
            writes.notices().postpone(number, failures, now().plus(plan.afterFailing(failures)));
            return failures;
        });
    }

    private Instant now() {
        return clock.instant();
    }
}
