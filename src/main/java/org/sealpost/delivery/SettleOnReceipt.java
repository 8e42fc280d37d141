package org.sealpost.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.envelope.AddressSeal;
import org.sealpost.envelope.ReceiptExpectation;
import org.sealpost.envelope.ReceiptRefusedException;
import org.sealpost.envelope.ReceiptVerifier;
import org.sealpost.envelope.VerifiedReceipt;
import org.sealpost.ledger.Ledger;
import org.sealpost.ledger.WitnessKey;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Outcome;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Believes a receipt only after it was checked against what was sealed, and keeps what follows from it in one commit. */
public final class SettleOnReceipt implements Settle {
    private static final Logger LOG = LoggerFactory.getLogger(SettleOnReceipt.class);

    private final Custody custody;
    private final Ledger ledger;
    private final ReceiptVerifier verifier;
    private final SeenByForces seen;
    private final Addresses addresses;
    private final Clock clock;

    /** @param witnesses the keys of those forces that cosign */
    public SettleOnReceipt(
            Custody custody,
            Ledger ledger,
            ReceiptVerifier verifier,
            Map<ForceId, WitnessKey> witnesses,
            AddressSeal addresses,
            Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.verifier = verifier;
        this.seen = new SeenByForces(ledger, witnesses);
        this.addresses = new Addresses(addresses);
        this.clock = clock;
    }

    @Override
    public Settlement settle(ForceId force, Bytes untrustedReceipt) {
        Optional<SubmissionId> claim = Optional.empty();
        try {
            SubmissionId claimed = verifier.claimedSubmission(untrustedReceipt);
            claim = Optional.of(claimed);
            Known known = custody.look(reads -> known(reads, claimed));
            if (known.receipt().filter(untrustedReceipt::equals).isPresent()) {
                return Settlement.AGAIN;
            }
            if (known.erasedOf(force)) {
                return Settlement.AGAIN;
            }
            ReceiptExpectation expectation = known.expectationOf(force);
            VerifiedReceipt receipt = verifier.verify(untrustedReceipt, expectation, force);
            return custody.inOneCommit(writes -> settle(writes, receipt));
        } catch (ReceiptRefusedException e) {
            return rejected(force, claim, untrustedReceipt, e.code());
        }
    }

    private record Known(Optional<Held> held, Optional<Bytes> receipt, Optional<ReceiptExpectation> expectation) {
        /** It has its receipt, and what another one could be checked against is gone. */
        boolean erasedOf(ForceId force) {
            return held.filter(h -> h instanceof Held.Erased && h.of().force().equals(force))
                    .isPresent();
        }

        /** A force's certificate vouches for what was sealed to that force, and for nothing else. */
        ReceiptExpectation expectationOf(ForceId force) throws ReceiptRefusedException {
            if (held.filter(h -> !h.of().force().equals(force)).isPresent()) {
                throw new ReceiptRefusedException("other-force", "that was sealed to another force");
            }
            return expectation.orElseThrow(
                    () -> new ReceiptRefusedException("nothing-awaits-it", "no receipt is awaited for that"));
        }
    }

    private static Known known(Custody.Reads reads, SubmissionId claimed) {
        return new Known(reads.held(claimed), reads.receipt(claimed), reads.expectation(claimed));
    }

    private Settlement settle(Custody.Writes writes, VerifiedReceipt receipt) {
        Held held = writes.held(receipt.id()).orElseThrow();
        if (!(held instanceof Held.Unreceipted unreceipted)) {
            return Settlement.AGAIN;
        }
        Held.Settled settled = unreceipted.settled(receipt.outcome(), now());
        Sha256 digest = receipt.der().sha256();
        ledger.append(
                writes.ledger(),
                List.of(
                        Happenings.receiptTaken(settled, digest),
                        Happenings.settled(settled, digest, receipt.checkpoint())));
        writes.settle(settled, receipt.der());
        receipt.checkpoint().ifPresent(named -> seen.heard(writes, settled, named));
        tell(writes, settled);
        LOG.info("{}: the force's receipt is in", settled.of().reference());
        return settled.outcome() instanceof Outcome.Accepted ? Settlement.DELIVERED : Settlement.REFUSED_BY_FORCE;
    }

    private void tell(Custody.Writes writes, Held.Settled settled) {
        Tell.News news = settled.outcome() instanceof Outcome.Refused refused
                ? new Tell.News.RefusedByForce(refused.why())
                : new Tell.News.Delivered();
        Telling.everySender(writes, addresses, settled.of(), news, settled.at());
    }

    /** The same bytes are noted once, so that a flood of them does not fill the ledger. */
    private Settlement rejected(ForceId force, Optional<SubmissionId> claimed, Bytes untrustedReceipt, String code) {
        Sha256 digest = untrustedReceipt.sha256();
        boolean first = custody.inOneCommit(writes -> {
            if (!writes.remember(Custody.Memory.FALSE_RECEIPT, digest, now())) {
                return false;
            }
            // Another force's word says nothing about this one's.
            claimed.filter(id -> writes.held(id)
                            .filter(held -> held.of().force().equals(force))
                            .isPresent())
                    .ifPresent(writes.outbox()::falseReceipt);
            ledger.append(writes.ledger(), List.of(Happenings.receiptRejected(force, digest, code, now())));
            return true;
        });
        if (first) {
            LOG.warn("not a receipt, on the queue of {}: {}", force, code);
        }
        return Settlement.NOT_A_RECEIPT;
    }

    private Instant now() {
        return clock.instant();
    }
}
