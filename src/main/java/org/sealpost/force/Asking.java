package org.sealpost.force;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import org.sealpost.envelope.ResendRequest;
import org.sealpost.envelope.ResendRequestSigner;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;

/** Asks the gateway, now and then, for what is missing in the force's sequence. Confined to one thread. */
final class Asking {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    /** A force that has lost its folder lacks more than it can ask for at once. */
    private static final int MOST_KNOWN = 10 * ResendRequest.MOST;

    private final ForceId force;
    private final Lacking lacking;
    private final ResendRequestSigner signer;
    private final Clock clock;
    private final Gaps gaps = new Gaps();
    private Instant nextLook = Instant.MIN;

    Asking(ForceId force, Lacking lacking, ResendRequestSigner signer, Clock clock) {
        this.force = force;
        this.lacking = lacking;
        this.signer = signer;
        this.clock = clock;
    }

    /** Sends a signed request where one is due, and says so. */
    void askWhereDue(Sending sending, Reporting reporting) throws IOException, jakarta.jms.JMSException {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(BETWEEN_LOOKS);
        SortedSet<Long> due = gaps.due(lacking.missing(MOST_KNOWN), now);
        if (!due.isEmpty()) {
            sending.send(signer.sign(new ResendRequest(force, due)));
            reporting.warn("Of this force's sequence " + due.size() + " have not come, the lowest is number "
                    + due.first() + "; the gateway was asked for them.");
        }
    }

    /** Knows what has not come. */
    @FunctionalInterface
    interface Lacking {
        SortedSet<Long> missing(int most) throws IOException;
    }

    /** Sends to the gateway. */
    @FunctionalInterface
    interface Sending {
        void send(Bytes request) throws jakarta.jms.JMSException;
    }
}
