package org.sealpost.envelope;

import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/**
 * A sealed submission. Nothing the gateway holds opens it again.
 *
 * @param der the whole CMS message
 * @param digest SHA-256 of {@code der}
 * @param expectation what the force's receipt must be bound to; holds no content
 */
public record SealedEnvelope(EnvelopeContext context, Bytes der, Sha256 digest, ReceiptExpectation expectation) {}
