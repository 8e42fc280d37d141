package org.sealpost.envelope;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.cms.Time;
import org.sealpost.submission.ForceId;

/** Who may sign for a force, and when it did. */
final class ForceSignatures {
    private final Map<ForceId, List<ReceiptCertificate>> forces;

    /** @param forces the certificates of each force's receipts; more than one while a force changes over */
    ForceSignatures(Map<ForceId, List<ReceiptCertificate>> forces) {
        this.forces = Map.copyOf(forces);
    }

    /** The signer's certificate, if it is the force's and was valid then. */
    X509Certificate trusted(SignedMessage signed, ForceId force, Instant signedAt) throws Refused {
        X509Certificate signer = InnerMessage.certificate(signed.certificate());
        Refused.unless(
                isOf(force, signer), "unknown-signer", "It is not signed with that force's receipt certificate.");
        Refused.unless(
                Certificates.validAt(signer, signedAt),
                "unknown-signer",
                "The force's receipt certificate was not valid when it was signed.");
        return signer;
    }

    /** Whose certificate it is. */
    ForceId ofSigner(SignedMessage signed) throws Refused {
        X509Certificate signer = InnerMessage.certificate(signed.certificate());
        return forces.keySet().stream()
                .filter(force -> isOf(force, signer))
                .findFirst()
                .orElseThrow(() -> new Refused("unknown-signer", "It is not signed by a force that is known."));
    }

    private boolean isOf(ForceId force, X509Certificate signer) {
        return forces.getOrDefault(force, List.of()).stream()
                .anyMatch(c -> c.certificate().equals(signer));
    }

    static Instant signingTime(Attributes attributes) throws Refused {
        try {
            Instant instant = Time.getInstance(attributes.value(Names.SIGNING_TIME))
                    .getDate()
                    .toInstant();
            Refused.unless(
                    attributes.has(Names.SIGNING_TIME, ContextAttribute.time(instant)),
                    "malformed",
                    "The signing time is written in another way.");
            return instant;
        } catch (RuntimeException e) {
            throw new Refused("malformed", "The signing time cannot be understood.", e);
        }
    }
}
