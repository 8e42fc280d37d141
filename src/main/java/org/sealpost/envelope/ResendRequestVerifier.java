package org.sealpost.envelope;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;

/** Believes a force's request only where that force has signed it. Safe to share between threads. */
public final class ResendRequestVerifier {
    private static final int LARGEST = 64 * 1024;
    private static final Set<org.bouncycastle.asn1.ASN1ObjectIdentifier> ATTRIBUTES =
            Set.of(Names.CONTENT_TYPE, Names.MESSAGE_DIGEST, Names.SIGNING_TIME, Names.SIGNING_CERTIFICATE);

    private final ForceSignatures forces;

    /** @param forces the certificates of each force's receipts; more than one while a force changes over */
    public ResendRequestVerifier(Map<ForceId, List<ReceiptCertificate>> forces) {
        this.forces = new ForceSignatures(forces);
    }

    /** Whether it has the shape of a request, whoever made it; a receipt has not. */
    public boolean looksLikeOne(Bytes untrusted) {
        try {
            return untrusted.size() <= LARGEST
                    && SignedMessage.parse(untrusted.array(), Names.RESEND_REQUEST, Profile.CLASSICAL)
                                    .content()
                                    .size()
                            > 0;
        } catch (Refused | StackOverflowError e) {
            return false;
        }
    }

    /** @throws ReceiptRefusedException unless that force signed it, and about itself */
    public ResendRequest verify(Bytes untrusted, ForceId force) throws ReceiptRefusedException {
        try {
            SignedMessage signed = SignedMessage.parse(untrusted.array(), Names.RESEND_REQUEST, Profile.CLASSICAL);
            signed.attributes().require(ATTRIBUTES, Set.of());
            Instant signedAt = ForceSignatures.signingTime(signed.attributes());
            signed.verify(forces.trusted(signed, force, signedAt));
            ResendRequest request = ResendRequest.parse(signed.content());
            Refused.unless(
                    request.force().equals(force), "other-force", "It asks for what was sealed to another force.");
            return request;
        } catch (Refused e) {
            throw new ReceiptRefusedException(e.code(), e.sentence());
        }
    }
}
