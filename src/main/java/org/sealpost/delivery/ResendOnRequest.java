package org.sealpost.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sealpost.envelope.ReceiptRefusedException;
import org.sealpost.envelope.ResendRequest;
import org.sealpost.envelope.ResendRequestVerifier;
import org.sealpost.ledger.Entry;
import org.sealpost.ledger.Ledger;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a force that lacks some of its sequence, in one commit. */
public final class ResendOnRequest implements Resend {
    private static final Logger LOG = LoggerFactory.getLogger(ResendOnRequest.class);

    private final Custody custody;
    private final Ledger ledger;
    private final ResendRequestVerifier verifier;
    private final Clock clock;

    public ResendOnRequest(Custody custody, Ledger ledger, ResendRequestVerifier verifier, Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public boolean looksLikeOne(Bytes untrusted) {
        return verifier.looksLikeOne(untrusted);
    }

    @Override
    public int request(ForceId force, Bytes untrusted) {
        try {
            ResendRequest request = verifier.verify(untrusted, force);
            return custody.inOneCommit(writes -> answer(writes, request, untrusted));
        } catch (ReceiptRefusedException e) {
            LOG.warn("a request on the queue of {} is not that force's: {}", force, e.code());
            return 0;
        }
    }

    private int answer(Custody.Writes writes, ResendRequest request, Bytes signed) {
        Instant now = clock.instant();
        if (!writes.remember(Custody.Memory.RESEND_REQUEST, signed.sha256(), now)) {
            return 0;
        }
        List<Entry> entries = new ArrayList<>();
        int due = 0;
        for (long number : request.numbers()) {
            Optional<Held> held = writes.numbered(request.force(), number);
            if (held.isEmpty()) {
                LOG.error("{} asks for number {}, which was never given", request.force(), number);
                continue;
            }
            if (held.get() instanceof Held.Outstanding outstanding) {
                entries.add(Happenings.askedFor(held.get(), now));
                writes.outbox().keep(outstanding, now, Optional.empty());
                due++;
            } else if (writes.remember(Custody.Memory.RESEND_REQUEST, digest(held.get()), now)) {
                entries.add(Happenings.askedFor(held.get(), now));
                LOG.error(
                        "{} asks for {}, for which it has signed or which was given up: not sent again, speak to it",
                        request.force(),
                        held.get().of().reference());
            }
        }
        if (!entries.isEmpty()) {
            ledger.append(writes.ledger(), entries);
        }
        return due;
    }

    /** A force may ask for the same for ever; that it has its receipt is said once in a while. */
    private static Sha256 digest(Held held) {
        return Sha256.of(held.of().id().toString().getBytes(StandardCharsets.US_ASCII));
    }
}
