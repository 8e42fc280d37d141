package org.sealpost.envelope;

import org.sealpost.submission.Bytes;
import org.sealpost.submission.SubmissionId;

/**
 * What the gateway remembers of a sealed envelope so that it can tell a true receipt from any other (RFC 2634, section
 * 2.6), since it cannot open the envelope again.
 *
 * @param contentIdentifier the signed content identifier of the receipt request
 * @param signature the signature value of the gateway's SignerInfo
 * @param attributesDigest the digest of the DER of its signed attributes (SHA-384)
 */
public record ReceiptExpectation(SubmissionId id, Bytes contentIdentifier, Bytes signature, Bytes attributesDigest) {}
