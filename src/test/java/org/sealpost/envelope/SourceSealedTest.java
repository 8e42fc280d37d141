package org.sealpost.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Original;

/** The source is sealed by itself: each key opens its own part and not the other's. */
class SourceSealedTest {
    private static final Bytes WHOLE = Example.bytes("{\"reported\":\"by somebody\"}");
    private static final Bytes WITHOUT = Example.bytes("{}");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private ForceCertificate forSources;

    @SuppressWarnings("NullAway.Init")
    private Opener sources;

    private final Opener analyst = Example.opener();

    @BeforeEach
    void keysOfAnother() throws Exception {
        Pki.Pair classical = Pki.in(Cast.KEYS, "other-force");
        Path files = HybridForge.encryption(folder);
        forSources = ForceCertificate.load(classical.certificate(), files.resolve("pq.pem"));
        OpeningIdentity own = OpeningIdentity.load(classical.certificate(), classical.key())
                .with(files.resolve("pq.pem"), files.resolve("pq.key.pem"));
        sources = CmsOpener.ofSources(Example.FORCE, List.of(own), Example.trusted());
    }

    private Bytes sealed(boolean withOriginals) {
        ForceCertificate to = Example.certificate().withSource(forSources, withOriginals);
        Sealer sealer = new CmsSealer(
                Example.gateway(), Map.of(Example.FORCE, to), Clock.systemUTC(), (json, names) -> WITHOUT);
        return sealer.seal(
                        org.sealpost.submission.SubmissionId.random(),
                        org.sealpost.submission.Reference.random(Forge.RANDOM),
                        Example.PARTNER,
                        Example.FORCE,
                        WHOLE,
                        List.of(Example.original("form.txt", "signed, somebody")))
                .der();
    }

    private static String said(Opener opener, Bytes envelope) {
        try {
            opener.open(envelope);
            return Vector.ACCEPTED;
        } catch (EnvelopeRefusedException e) {
            return e.code();
        }
    }

    @Test
    void theAnalystReadsTheIntelligenceWithoutTheSource() throws Exception {
        Opened opened = analyst.open(sealed(true));
        assertThat(opened.submissionJson()).isEqualTo(WITHOUT);
        assertThat(opened.originals()).isEmpty();
        assertThat(said(analyst, opened.source().orElseThrow())).isEqualTo("not-for-us");
    }

    @Test
    void whoeverHasTheSourcesKeyReadsTheWholeAndTheOriginals() throws Exception {
        Opened opened = analyst.open(sealed(true));
        Opened source = sources.open(opened.source().orElseThrow());
        assertThat(source.submissionJson()).isEqualTo(WHOLE);
        assertThat(source.originals()).extracting(Original::name).containsExactly("form.txt");
        assertThat(source.context().id()).isEqualTo(opened.context().id());
        assertThat(source.context().reference()).isEqualTo(opened.context().reference());
    }

    @Test
    void originalsStayWithTheIntelligenceUnlessTheForceWantsThemApart() throws Exception {
        Opened opened = analyst.open(sealed(false));
        assertThat(opened.originals()).extracting(Original::name).containsExactly("form.txt");
        assertThat(sources.open(opened.source().orElseThrow()).originals()).isEmpty();
    }

    @Test
    void theSourcesKeyOpensNoSubmissionAndASourceIsNone() throws Exception {
        Bytes envelope = sealed(true);
        assertThat(said(sources, envelope)).isEqualTo("not-for-us");
        Opener asSources = CmsOpener.ofSources(Example.FORCE, List.of(Example.opening()), Example.trusted());
        assertThat(said(asSources, envelope)).isEqualTo("wrong-type");
        Bytes toItself = Bytes.of(new byte[0]);
        ForceCertificate same = Example.certificate().withSource(Example.certificate(), true);
        Sealer sealer = new CmsSealer(
                Example.gateway(), Map.of(Example.FORCE, same), Clock.systemUTC(), (json, names) -> toItself);
        Bytes source =
                analyst.open(Example.seal(sealer, List.of()).der()).source().orElseThrow();
        assertThat(said(analyst, source)).isEqualTo("wrong-type");
        assertThat(said(asSources, source)).isEqualTo(Vector.ACCEPTED);
    }

    @Test
    void anOriginalThatIsCalledLikeItIsNone() throws Exception {
        Original disguised = new Original(
                "source.p7m", Optional.of("application/pkcs7-mime; smime-type=authEnveloped-data"), Example.bytes("x"));
        Opened opened =
                analyst.open(Example.seal(Example.sealer(), List.of(disguised)).der());
        assertThat(opened.source()).isEmpty();
        assertThat(opened.originals()).extracting(Original::name).containsExactly("source.p7m");
    }

    @Test
    void withoutASecondCertificateThereIsNone() throws Exception {
        assertThat(analyst.open(Example.sealed().der()).source()).isEmpty();
    }

    @Test
    void notSealedWhereTheSourcesCertificateIsOver() throws Exception {
        assertThat(Example.certificate().withSource(forSources, true).whyNot(java.time.Instant.now()))
                .isEmpty();
        assertThat(Example.certificate().withSource(forSources, true).validUntil())
                .isBefore(Example.certificate().validUntil());
    }
}
