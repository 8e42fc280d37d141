package org.sealpost.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sealpost.ledger.Ledger;
import org.sealpost.ledger.ReleaseProof;
import org.sealpost.submission.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outbox in the database is the truth, the broker is transport: what has no receipt is due again and again. */
public final class DispatchFromOutbox implements Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchFromOutbox.class);

    private final Custody custody;
    private final Ledger ledger;
    private final RetryPlan plan;
    private final Clock clock;

    public DispatchFromOutbox(Custody custody, Ledger ledger, RetryPlan plan, Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public List<Consignment> due() {
        Instant now = now();
        Due due = plan.toSend(now);
        if (!custody.look(reads -> reads.anythingToSend(due))) {
            return List.of();
        }
        List<SubmissionId> claimed =
                custody.claim(claims -> claims.outbox(due, now.plus(plan.claim()), plan.batch(), plan.batchBytes()));
        return custody.look(reads -> claimed.stream()
                .map(reads::claimed)
                .flatMap(Optional::stream)
                .map(one -> consignment(reads, one))
                .toList());
    }

    /** The proof leads to the newest checkpoint, and says that it continues what the force has seen. */
    private Consignment consignment(Custody.Reads reads, Outbox.Claimed claimed) {
        ReleaseProof proof = reads.seen(claimed.force())
                .map(seen -> ledger.proveSince(reads.ledger(), claimed.released(), seen))
                .orElseGet(() -> ledger.prove(reads.ledger(), claimed.released()));
        return new Consignment(
                claimed.id(),
                claimed.force(),
                claimed.sequence(),
                claimed.attempt(),
                claimed.urgent(),
                proof.text(),
                claimed.envelope());
    }

    @Override
    public void sent(Consignment consignment) {
        sent(List.of(consignment));
    }

    @Override
    public void sent(List<Consignment> consignments) {
        custody.inOneCommit(writes -> {
            consignments.forEach(each -> whileStillNext(writes, each, outstanding -> sent(writes, outstanding)));
            return consignments.size();
        });
    }

    private void sent(Custody.Writes writes, Held.Outstanding outstanding) {
        Held.Underway underway = outstanding.sent(now());
        ledger.append(writes.ledger(), List.of(Happenings.sent(underway)));
        writes.outbox()
                .keep(underway, underway.sentAt().plus(plan.afterSending(underway.attempts())), Optional.empty());
    }

    @Override
    public void failed(Consignment consignment, String kind) {
        custody.inOneCommit(writes -> whileStillNext(writes, consignment, outstanding -> {
            Held.Outstanding failed = outstanding.failed();
            writes.outbox().keep(failed, now().plus(plan.afterFailing(failed.failures())), Optional.of(kind));
            LOG.warn(
                    "the broker did not take attempt {} of {}, {} failures in a row",
                    consignment.attempt(),
                    consignment.id(),
                    failed.failures());
        }));
    }

    /** A late word about an attempt that is past, or about what has its receipt by now, changes nothing. */
    private static boolean whileStillNext(
            Custody.Writes writes, Consignment consignment, Consumer<Held.Outstanding> step) {
        Optional<Held> held = writes.held(consignment.id());
        if (held.isPresent()
                && held.get() instanceof Held.Outstanding outstanding
                && outstanding.attempts() + 1 == consignment.attempt()) {
            step.accept(outstanding);
        }
        return held.isPresent();
    }

    private Instant now() {
        return clock.instant();
    }
}
