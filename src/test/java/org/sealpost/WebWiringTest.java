package org.sealpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sealpost.submission.PartnerId;
import org.sealpost.web.settings.Duty;
import org.sealpost.web.settings.WebSettings;

/** Who may use the web, as it is configured and bound. */
class WebWiringTest {
    private static final String CERTIFICATE = "certs-example/gateway/signing.pem";
    private static final Map<String, String> EVERYTHING = Map.ofEntries(
            Map.entry("sealpost.web.address", "https://sealpost.example"),
            Map.entry("sealpost.web.sign-in-links", "true"),
            Map.entry("sealpost.web.providers.county.name", "County Council"),
            Map.entry("sealpost.web.providers.county.issuer", "https://login.county.example"),
            Map.entry("sealpost.web.providers.county.client-id", "sealpost"),
            Map.entry("sealpost.web.providers.county.client-secret", "an invented secret"),
            Map.entry("sealpost.web.providers.county.partner-claim", "groups"),
            Map.entry("sealpost.web.providers.county.partners[0].value", "Safeguarding team"),
            Map.entry("sealpost.web.providers.county.partners[0].partner", "example-agency"),
            Map.entry("sealpost.web.providers.county.operators[0].subject", "00u1ab"),
            Map.entry("sealpost.web.providers.county.operators[0].name", "three@gateway.example"),
            Map.entry("sealpost.operators[0].name", "three@gateway.example"),
            Map.entry("sealpost.operators[0].duty", "key-holder"),
            Map.entry("sealpost.web.token-issuers[0].issuer", "https://login.county.example"),
            Map.entry("sealpost.web.token-issuers[0].audience", "sealpost"),
            Map.entry("sealpost.web.token-issuers[0].programs[0].value", "batch"),
            Map.entry("sealpost.web.token-issuers[0].programs[0].partner", "example-agency"),
            Map.entry("sealpost.partners.example-agency.programs[0].name", "case-system"),
            Map.entry("sealpost.partners.example-agency.programs[0].certificate", CERTIFICATE),
            Map.entry("sealpost.web.session.longest", "8h"),
            Map.entry("sealpost.web.rates.uploads", "7"));

    private static WebSettings settings(Map<String, String> more) throws Exception {
        Settings settings = Configured.with(more).settings();
        return new WebWiring().webSettings(settings);
    }

    private static Map<String, String> everythingBut(String name, String value) {
        Map<String, String> changed = new HashMap<>(EVERYTHING);
        changed.put(name, value);
        return changed;
    }

    @Test
    void theExampleHasPasswordsOnly() throws Exception {
        WebSettings example = settings(Map.of());
        assertThat(example.signIns().linksFrom()).isEmpty();
        assertThat(example.signIns().providers()).isEmpty();
        assertThat(example.programs().certificates()).isEmpty();
        assertThat(example.programs().issuers()).isEmpty();
        assertThat(example.operators()).extracting(o -> o.duty()).containsOnly(Duty.OPERATOR);
        assertThat(example.signIns().longest().toHours()).isEqualTo(10);
        assertThat(example.rates().requests()).isEqualTo(6000);
    }

    @Test
    void everythingThatCanBeConfiguredIsBound() throws Exception {
        WebSettings all = settings(EVERYTHING);
        PartnerId agency = new PartnerId("example-agency");
        assertThat(all.signIns().linksFrom()).hasToString("Optional[https://sealpost.example]");
        assertThat(all.signIns()
                        .addresses()
                        .find("Anyone@Example-Agency.example")
                        .orElseThrow()
                        .name())
                .isEqualTo("anyone@example-agency.example");
        assertThat(all.signIns().providers()).singleElement().satisfies(county -> {
            assertThat(Objects.requireNonNull(county.homes().get("Safeguarding team"))
                            .partner())
                    .isEqualTo(agency);
            assertThat(county.operator("00u1ab").orElseThrow().duty()).isEqualTo(Duty.KEY_HOLDER);
        });
        assertThat(all.programs().certificates())
                .containsKey(CertificateFile.digest(Path.of(CERTIFICATE)))
                .hasSize(1);
        assertThat(all.programs().issuers()).singleElement().satisfies(issuer -> assertThat(
                        issuer.program(Map.of("client_id", "batch"))
                                .orElseThrow()
                                .partner())
                .isEqualTo(agency));
        assertThat(all.signIns().longest().toHours()).isEqualTo(8);
        assertThat(all.rates().uploads()).isEqualTo(7);
    }

    @Test
    void whatCannotBeTrustedOrFoundKeepsTheGatewayFromStarting() {
        for (Map<String, String> wrong : java.util.List.of(
                everythingBut("sealpost.web.address", ""),
                everythingBut("sealpost.web.address", "http://sealpost.example"),
                everythingBut("sealpost.web.providers.county.issuer", "http://login.county.example"),
                everythingBut("sealpost.web.providers.county.partners[0].partner", "nobody"),
                everythingBut("sealpost.web.providers.county.operators[0].name", "nobody@gateway.example"),
                everythingBut("sealpost.web.token-issuers[0].issuer", "http://login.county.example"),
                everythingBut("sealpost.web.token-issuers[0].programs[0].partner", "nobody"),
                everythingBut("sealpost.web.session.longest", "1m"))) {
            assertThatThrownBy(() -> settings(wrong))
                    .as("%s", wrong)
                    .isInstanceOf(RefusedToStartException.class)
                    .hasMessageContaining("sealpost.web");
        }
    }
}
