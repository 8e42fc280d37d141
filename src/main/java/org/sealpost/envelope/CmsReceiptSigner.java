package org.sealpost.envelope;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Outcome;

/** Signs receipts that {@code openssl cms -verify_receipt} accepts. */
public final class CmsReceiptSigner implements ReceiptSigner {
    private final ReceiptIdentity identity;
    private final Clock clock;

    public CmsReceiptSigner(ReceiptIdentity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException where the sentence of a refusal has more than 1,000 characters */
    @Override
    public Bytes sign(ReceiptExpectation basis, Outcome outcome, Optional<String> newestCheckpoint) {
        if (outcome instanceof Outcome.Refused refused
                && refused.why().sentence().length() > OutcomeAttribute.LONGEST_SENTENCE) {
            throw new IllegalArgumentException("a refusal's sentence has at most 1,000 characters");
        }
        Attributes attributes = new Attributes(Map.of(
                Names.SIGNING_TIME,
                ContextAttribute.time(clock.instant().truncatedTo(ChronoUnit.SECONDS)),
                Names.MSG_SIG_DIGEST,
                new DEROctetString(basis.attributesDigest().array()),
                Names.OUTCOME,
                OutcomeAttribute.write(outcome),
                Names.ENVELOPE_DIGEST,
                new DEROctetString(basis.envelope().bytes())));
        if (newestCheckpoint.isPresent()) {
            attributes = attributes.with(Names.CHECKPOINT, new DERUTF8String(newestCheckpoint.get()));
        }
        Bytes content = new ReceiptContent(basis.contentIdentifier(), basis.signature()).write();
        return Bytes.of(SignedMessage.sign(Names.RECEIPT, content, attributes, identity.key())
                .encode());
    }
}
