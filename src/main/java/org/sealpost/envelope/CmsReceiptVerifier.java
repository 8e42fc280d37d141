package org.sealpost.envelope;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Outcome;
import org.sealpost.submission.SubmissionId;

/** Checks receipts as {@code docs/design/envelope.md} says. */
public final class CmsReceiptVerifier implements ReceiptVerifier {
    /** No receipt of ours comes near it; bounds what an untrusted one costs. */
    private static final int LARGEST = 64 * 1024;

    private static final Set<ASN1ObjectIdentifier> REQUIRED = Set.of(
            Names.CONTENT_TYPE,
            Names.MESSAGE_DIGEST,
            Names.SIGNING_TIME,
            Names.SIGNING_CERTIFICATE,
            Names.MSG_SIG_DIGEST,
            Names.OUTCOME,
            Names.ENVELOPE_DIGEST);

    private final ForceSignatures forces;

    /** @param forces the certificates of each force's receipts; more than one while a force changes over */
    public CmsReceiptVerifier(Map<ForceId, List<ReceiptCertificate>> forces) {
        this.forces = new ForceSignatures(forces);
    }

    @Override
    public SubmissionId claimedSubmission(Bytes untrustedReceipt) throws ReceiptRefusedException {
        try {
            SignedMessage signed = parse(untrustedReceipt);
            return ReceiptRequest.submission(
                    ReceiptContent.parse(signed.content().array()).contentIdentifier());
        } catch (Refused e) {
            throw new ReceiptRefusedException(e.code(), e.sentence());
        } catch (StackOverflowError e) {
            throw nestedTooDeeply();
        }
    }

    /**
     * Checks a receipt without the envelope it is about, as an auditor does: that one of the known forces signed it, and
     * what it says of the ledger.
     *
     * @throws ReceiptRefusedException unless one did
     */
    public Attested attested(Bytes untrustedReceipt) throws ReceiptRefusedException {
        SubmissionId id = claimedSubmission(untrustedReceipt);
        try {
            SignedMessage signed = parse(untrustedReceipt);
            signed.attributes().require(REQUIRED, Set.of(Names.CHECKPOINT));
            Instant signedAt = ForceSignatures.signingTime(signed.attributes());
            ForceId force = forces.ofSigner(signed);
            signed.verify(forces.trusted(signed, force, signedAt));
            return new Attested(id, force, checkpoint(signed.attributes()));
        } catch (Refused e) {
            throw new ReceiptRefusedException(e.code(), e.sentence());
        } catch (StackOverflowError e) {
            throw nestedTooDeeply();
        }
    }

    /** What a force's receipt says by itself. @param checkpoint the newest it had seen, as text */
    public record Attested(SubmissionId id, ForceId force, Optional<String> checkpoint) {}

    @Override
    public VerifiedReceipt verify(Bytes untrustedReceipt, ReceiptExpectation expectation, ForceId force)
            throws ReceiptRefusedException {
        try {
            SignedMessage signed = parse(untrustedReceipt);
            signed.attributes().require(REQUIRED, Set.of(Names.CHECKPOINT));
            Instant signedAt = ForceSignatures.signingTime(signed.attributes());
            signed.verify(forces.trusted(signed, force, signedAt));
            requireBound(signed, expectation);
            Outcome outcome = OutcomeAttribute.read(signed.attributes().value(Names.OUTCOME));
            return new VerifiedReceipt(
                    expectation.id(), outcome, signedAt, checkpoint(signed.attributes()), untrustedReceipt);
        } catch (Refused e) {
            throw new ReceiptRefusedException(e.code(), e.sentence());
        } catch (StackOverflowError e) {
            throw nestedTooDeeply();
        }
    }

    /** Parsers recurse; nothing but a message nested thousands deep gets here, and it has changed no state. */
    private static ReceiptRefusedException nestedTooDeeply() {
        return new ReceiptRefusedException("malformed", "It is nested far too deeply.");
    }

    private static SignedMessage parse(Bytes untrusted) throws Refused {
        Refused.unless(untrusted.size() <= LARGEST, "too-large", "It is far larger than a receipt.");
        return SignedMessage.parse(untrusted.array(), Names.RECEIPT, Profile.CLASSICAL);
    }

    private static void requireBound(SignedMessage signed, ReceiptExpectation expectation) throws Refused {
        byte[] expected = new ReceiptContent(expectation.contentIdentifier(), expectation.signature())
                .write()
                .array();
        boolean bound = Bytes.of(expected).equals(signed.content())
                && signed.attributes()
                        .has(
                                Names.MSG_SIG_DIGEST,
                                new DEROctetString(
                                        expectation.attributesDigest().array()))
                && signed.attributes()
                        .has(
                                Names.ENVELOPE_DIGEST,
                                new DEROctetString(expectation.envelope().bytes()));
        Refused.unless(bound, "other-envelope", "It is a receipt for another envelope.");
    }

    private static Optional<String> checkpoint(Attributes attributes) throws Refused {
        ASN1Encodable value = attributes.values().get(Names.CHECKPOINT);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value.toASN1Primitive() instanceof ASN1UTF8String text)
                || !Der.equal(value, new DERUTF8String(text.getString()))) {
            throw new Refused("malformed", "The checkpoint cannot be understood.");
        }
        return Optional.of(text.getString());
    }
}
