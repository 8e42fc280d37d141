package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.DERUTF8String;
import org.junit.jupiter.api.Test;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Outcome;

/** A receipt counts only in the profile, from the force's own key, about that envelope. */
class ReceiptTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private final SealedEnvelope sealed = Example.sealed();
    private final CmsReceiptVerifier verifier = verifier();

    @Test
    void anAuditorReadsItWithoutTheEnvelope() throws Exception {
        CmsReceiptVerifier.Attested attested = verifier.attested(receipt("gateway", NOW));
        assertThat(attested.id()).isEqualTo(sealed.context().id());
        assertThat(attested.force()).isEqualTo(Example.FORCE);
        assertThat(attested.checkpoint()).contains("checkpoint");
    }

    @Test
    void anAuditorSeesEveryChangedByte() throws Exception {
        byte[] receipt = receipt("gateway", NOW).array();
        for (int i = 0; i < receipt.length; i++) {
            Bytes changed = Bytes.of(Forge.flipped(receipt, i));
            assertThatThrownBy(() -> verifier.attested(changed))
                    .as("byte %d", i)
                    .isInstanceOf(ReceiptRefusedException.class);
        }
    }

    @Test
    void notFromAnUnknownSigner() throws Exception {
        Bytes other = receipt("other-gateway", NOW);
        refused("unknown-signer", () -> verifier.attested(other));
        refused("unknown-signer", () -> verifier.verify(other, sealed.expectation(), Example.FORCE));
    }

    @Test
    void notFromAnotherForce() throws Exception {
        Bytes receipt = receipt("gateway", NOW);
        refused(
                "unknown-signer",
                () -> verifier.verify(receipt, sealed.expectation(), new ForceId("other-constabulary")));
    }

    @Test
    void notFromBeforeTheCertificate() throws Exception {
        Bytes early = receipt("gateway", Instant.parse("2025-12-31T23:59:59Z"));
        refused("unknown-signer", () -> verifier.verify(early, sealed.expectation(), Example.FORCE));
        refused("unknown-signer", () -> verifier.attested(early));
    }

    @Test
    void notWithAnAttributeMoreOrLess() throws Exception {
        refusedWith("wrong-attributes", a -> Forge.without(a, Names.OUTCOME));
        refusedWith("wrong-attributes", a -> Forge.without(a, Names.ENVELOPE_DIGEST));
        refusedWith("wrong-attributes", a -> Forge.without(a, Names.MSG_SIG_DIGEST));
        refusedWith("wrong-attributes", a -> Forge.without(a, Names.SIGNING_CERTIFICATE));
        refusedWith("wrong-attributes", a -> a.with(Names.CONTEXT, new DERUTF8String("x")));
    }

    @Test
    void notWithAnOutcomeNobodyKnows() throws Exception {
        refusedWith("malformed", a -> a.with(Names.OUTCOME, new DERUTF8String("accepted")));
    }

    @Test
    void notWhereItIsSomethingElse() throws Exception {
        Bytes receipt = receipt("gateway", NOW);
        refused("trailing-bytes", () -> verify(Bytes.of(Forge.appended(receipt.array(), 0))));
        refused("too-large", () -> verify(Bytes.of(new byte[64 * 1024 + 1])));
        refused("malformed", () -> verify(Bytes.of(new byte[0])));
        refused("not-signed", () -> verify(sealed.der()));
        refused("malformed", () -> verifier.claimedSubmission(Bytes.of(nested())));
        SignedMessage submission = Forge.signed(Forge.context(Cast.force()));
        refused("wrong-type", () -> verify(Bytes.of(submission.encode())));
    }

    private static byte[] nested() {
        byte[] deep = new byte[60_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        return deep;
    }

    private void refusedWith(String code, UnaryOperator<Attributes> wrong) throws Exception {
        SignedMessage right = SignedMessage.parse(receipt("gateway", NOW).array(), Names.RECEIPT, Profile.CLASSICAL);
        Bytes receipt = Bytes.of(
                Forge.signedWith(right, wrong.apply(right.attributes())).encode());
        refused(code, () -> verify(receipt));
    }

    private VerifiedReceipt verify(Bytes receipt) throws ReceiptRefusedException {
        return verifier.verify(receipt, sealed.expectation(), Example.FORCE);
    }

    private static void refused(String code, ThrowingCallable checking) {
        assertThatThrownBy(checking).isInstanceOfSatisfying(ReceiptRefusedException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    /** The gateway's key of the vectors serves as the force's here. */
    private static CmsReceiptVerifier verifier() {
        try {
            return new CmsReceiptVerifier(
                    Map.of(Example.FORCE, List.of(ReceiptCertificate.load(Cast.KEYS.resolve("gateway.pem")))));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Bytes receipt(String signer, Instant at) throws Exception {
        Pki.Pair pair = Pki.in(Cast.KEYS, signer);
        return new CmsReceiptSigner(
                        ReceiptIdentity.load(pair.certificate(), pair.key()), Clock.fixed(at, ZoneOffset.UTC))
                .sign(sealed.expectation(), new Outcome.Accepted(), Optional.of("checkpoint"));
    }
}
