package org.sealpost.envelope;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.sealpost.submission.Bytes;

/** Signs, as a force, what it asks for (CMS SignedData, with the key of its receipts). Safe to share between threads. */
public final class ResendRequestSigner {
    private final ReceiptIdentity identity;
    private final Clock clock;

    public ResendRequestSigner(ReceiptIdentity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /** The signed request as DER. */
    public Bytes sign(ResendRequest request) {
        Attributes attributes = new Attributes(
                Map.of(Names.SIGNING_TIME, ContextAttribute.time(clock.instant().truncatedTo(ChronoUnit.SECONDS))));
        return Bytes.of(SignedMessage.sign(Names.RESEND_REQUEST, request.write(), attributes, identity.key())
                .encode());
    }
}
