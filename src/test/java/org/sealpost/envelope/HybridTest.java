package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** Neither half of the hybrid profile is enough, and neither can be left out. */
class HybridTest {
    private static final X509Certificate CLASSICAL = Example.opening().certificate();
    private static final X509Certificate POST_QUANTUM =
            Example.opening().postQuantum().orElseThrow().certificate();

    private final EnvelopeContext context = context();
    private final Attributes attributes = Forge.attributes(context);
    private final SignedMessage signed = signed(attributes);

    private static EnvelopeContext context() {
        return new EnvelopeContext(
                SubmissionId.random(),
                Reference.random(Forge.RANDOM),
                Example.PARTNER,
                Example.FORCE,
                Certificates.fingerprint(CLASSICAL),
                Optional.of(Certificates.fingerprint(POST_QUANTUM)),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static SignedMessage signed(Attributes attributes) {
        GatewayIdentity gateway = Example.gateway();
        return SignedMessage.sign(Names.SUBMISSION, Forge.CONTENT, attributes, gateway.key())
                .andSigned(attributes, gateway.postQuantum().orElseThrow());
    }

    private Bytes sealed(SignedMessage message) throws Exception {
        return sealed(message, SealedLayer.attributes(context));
    }

    private Bytes sealed(SignedMessage message, Attributes inside) throws Exception {
        byte[] inner = Forge.outer(message.encode(), inside, POST_QUANTUM).encode();
        return outer(inner);
    }

    private Bytes outer(byte[] inner) throws Exception {
        return Bytes.of(
                Forge.outer(inner, SealedLayer.attributes(context), CLASSICAL).encode());
    }

    private static String said(Opener opener, Bytes envelope) {
        try {
            opener.open(envelope);
            return Vector.ACCEPTED;
        } catch (EnvelopeRefusedException e) {
            return e.code();
        }
    }

    private static String said(Bytes envelope) {
        return said(Example.opener(), envelope);
    }

    @Test
    void theRightOneOpens() throws Exception {
        assertThat(said(sealed(signed))).isEqualTo(Vector.ACCEPTED);
        assertThat(Profile.of(sealed(signed))).isEqualTo(Profile.HYBRID);
        assertThat(Profile.of(Example.classicallySealed().der())).isEqualTo(Profile.CLASSICAL);
    }

    @Test
    void aLayerLess() throws Exception {
        assertThat(said(outer(signed.encode()))).isEqualTo("not-sealed");
        byte[] onlyInner = Forge.outer(signed.encode(), SealedLayer.attributes(context), POST_QUANTUM)
                .encode();
        assertThat(said(Bytes.of(onlyInner))).isEqualTo("wrong-recipients");
    }

    @Test
    void aClassicalLayerInPlaceOfTheInner() throws Exception {
        byte[] twiceClassical = Forge.outer(signed.encode(), SealedLayer.attributes(context), CLASSICAL)
                .encode();
        assertThat(said(outer(twiceClassical))).isEqualTo("wrong-recipients");
    }

    @Test
    void aSignatureLess() throws Exception {
        assertThat(said(sealed(signed.with(Optional.empty())))).isEqualTo("wrong-signers");
    }

    @Test
    void theMlDsaSignatureAlone() throws Exception {
        LatticeSignature second = signed.second().orElseThrow();
        byte[] alone = HybridForge.signedBy(signed, List.of(second.write()), List.of(second.certificate()));
        assertThat(said(raw(alone))).isEqualTo("wrong-signers");
        byte[] twice =
                HybridForge.signedBy(signed, List.of(second.write(), second.write()), List.of(second.certificate()));
        assertThat(said(raw(twice))).isEqualTo("wrong-signers");
    }

    private Bytes raw(byte[] message) throws Exception {
        return outer(Forge.outer(message, SealedLayer.attributes(context), POST_QUANTUM)
                .encode());
    }

    @Test
    void anyOfTheTwoSignaturesWrong() throws Exception {
        LatticeSignature second = signed.second().orElseThrow();
        SignedMessage wrongFirst = new SignedMessage(
                signed.type(),
                signed.content(),
                signed.certificate(),
                signed.attributes(),
                signed(attributes.with(Names.SIGNING_TIME, ContextAttribute.time(Instant.EPOCH)))
                        .signature(),
                signed.second());
        assertThat(said(sealed(wrongFirst))).isEqualTo("bad-signature");
        byte[] flipped = Forge.flipped(second.signature().array(), 100);
        LatticeSignature wrong = new LatticeSignature(second.certificate(), second.attributes(), Bytes.of(flipped));
        assertThat(said(sealed(signed.with(Optional.of(wrong))))).isEqualTo("bad-signature");
    }

    @Test
    void aSecondSignatureAboutSomethingElse() throws Exception {
        LatticeSigningKey key = Example.gateway().postQuantum().orElseThrow();
        Attributes another = Forge.attributes(context());
        assertThat(said(sealed(signed.andSigned(another, key)))).isEqualTo("context-mismatch");
        Attributes anotherReceipt = Forge.attributes(context);
        assertThat(said(sealed(signed.andSigned(anotherReceipt, key)))).isEqualTo("context-mismatch");
        SignedMessage anotherContent = new SignedMessage(
                signed.type(),
                Bytes.of(Forge.flipped(Forge.CONTENT.array(), 400)),
                signed.certificate(),
                signed.attributes(),
                signed.signature());
        LatticeSignature elsewhere =
                anotherContent.andSigned(attributes, key).second().orElseThrow();
        assertThat(said(sealed(signed.with(Optional.of(elsewhere))))).isEqualTo("bad-signature");
        assertThat(said(sealed(signed.andSigned(Forge.without(attributes, Names.CONTEXT), key))))
                .isEqualTo("wrong-attributes");
    }

    @Test
    void anInnerLayerAboutSomethingElse() throws Exception {
        assertThat(said(sealed(signed, SealedLayer.attributes(context())))).isEqualTo("context-mismatch");
    }

    @Test
    void aSecondSignerThatIsNotTheGateway(@TempDir java.nio.file.Path folder) throws Exception {
        LatticeSigningKey other = HybridForge.signer(folder, "CN=somebody else");
        assertThat(said(sealed(signed.andSigned(attributes, other)))).isEqualTo("unknown-gateway");
        LatticeSigningKey sameName =
                HybridForge.signer(folder, "O=SEALPOST EXAMPLE - NOT FOR USE,CN=example gateway\\, signing");
        assertThat(said(sealed(signed.andSigned(attributes, sameName)))).isEqualTo("unknown-gateway");
    }

    @Test
    void withOnlyOneKeyOfTheTwo(@TempDir java.nio.file.Path folder) throws Exception {
        Bytes envelope = sealed(signed);
        assertThat(said(Example.classicalOpener(), envelope)).isEqualTo("wrong-profile");
        java.nio.file.Path files = HybridForge.encryption(folder);
        OpeningIdentity otherInner =
                Example.classicalOpening().with(files.resolve("pq.pem"), files.resolve("pq.key.pem"));
        Opener opener = new CmsOpener(Example.FORCE, List.of(otherInner), Example.trusted());
        assertThat(said(opener, envelope)).isEqualTo("not-for-us");
        Bytes renamed = Bytes.of(Forge.outer(
                        Forge.outer(signed.encode(), SealedLayer.attributes(context), POST_QUANTUM)
                                .encode(),
                        SealedLayer.attributes(renamed(otherInner)),
                        CLASSICAL)
                .encode());
        assertThat(said(opener, renamed)).isEqualTo("context-mismatch");
    }

    private EnvelopeContext renamed(OpeningIdentity to) {
        return new EnvelopeContext(
                context.id(),
                context.reference(),
                context.partner(),
                context.force(),
                context.forceCertificate(),
                to.postQuantum().map(own -> Certificates.fingerprint(own.certificate())),
                context.sealedAt());
    }

    @Test
    void aClassicalEnvelopeOnlyWhereThatIsAccepted() throws Exception {
        Bytes classical = Example.classicallySealed().der();
        assertThat(said(classical)).isEqualTo("wrong-profile");
        Opener both =
                new CmsOpener(Example.FORCE, List.of(Example.opening(), Example.classicalOpening()), Example.trusted());
        assertThat(said(both, classical)).isEqualTo(Vector.ACCEPTED);
        assertThat(said(both, sealed(signed))).isEqualTo(Vector.ACCEPTED);
    }

    @Test
    void theSecondCertificateMustBeTrustedToo() throws Exception {
        TrustedGateways one = TrustedGateways.load(List.of(Example.CERTS.resolve("gateway/signing.pem")));
        Opener opener = new CmsOpener(Example.FORCE, List.of(Example.opening()), one);
        assertThat(said(opener, sealed(signed))).isEqualTo("unknown-gateway");
    }

    @Test
    void aGatewayWithoutASecondKeyDoesNotStartToSeal() throws Exception {
        GatewayIdentity classical = GatewayIdentity.load(
                Example.CERTS.resolve("gateway/signing.pem"), Example.CERTS.resolve("gateway/signing.key.pem"));
        assertThatThrownBy(
                        () -> new CmsSealer(classical, Map.of(Example.FORCE, Example.certificate()), Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void notToACertificateThatIsNotForKeys(@TempDir java.nio.file.Path folder) throws Exception {
        Pki pki = new Pki(folder, Instant.now().minusSeconds(60), Instant.now().plusSeconds(3600));
        var issuer = Pki.curve("secp384r1");
        Pki.Pair wrong = pki.make("wrong", Pki.mlKem("ML-KEM-1024"), KeyUsage.digitalSignature, "x", issuer, false);
        Pki.Pair small = pki.make("small", Pki.mlKem("ML-KEM-768"), KeyUsage.keyEncipherment, "x", issuer, false);
        assertThat(whyNot(wrong)).contains("its certificate may not be encrypted to");
        assertThat(whyNot(small)).contains("its post-quantum key is not one of ML-KEM-1024");
        assertThat(Example.certificate().whyNot(Instant.now())).isEmpty();
        assertThat(Example.certificate().whyNot(Instant.EPOCH)).isPresent();
    }

    private static Optional<String> whyNot(Pki.Pair postQuantum) throws Exception {
        return ForceCertificate.load(Example.FORCE_FILES.resolve("encryption.pem"), postQuantum.certificate())
                .whyNot(Instant.now());
    }
}
