package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.endtoend.TlsAuthority;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Sha256;
import org.sealpost.web.settings.MailDomains;
import org.sealpost.web.settings.Programs;
import org.sealpost.web.settings.Sender;
import org.sealpost.web.settings.TokenIssuer;
import org.sealpost.web.settings.WebSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Programs that come in by a client certificate or an access token, over TLS as a deployment has it. */
@SpringBootTest(
        classes = {WebHouse.class, ProgramsTest.WithPrograms.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "spring.main.banner-mode=off", "server.ssl.client-auth=want"})
class ProgramsTest {
    private static final Path KEYS = keys();
    private static final SmallProvider ISSUER = issuer();
    private static final String FORM = "%PDF";

    @LocalServerPort
    int port;

    @Autowired
    FakeAdmit useCases;

    private static Path keys() {
        try {
            TlsAuthority authority = new TlsAuthority(Files.createTempDirectory("programs"));
            for (String name : List.of("server", "known", "unknown")) {
                authority.issue(name);
            }
            return authority.folder;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static SmallProvider issuer() {
        try {
            return new SmallProvider();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void tls(DynamicPropertyRegistry properties) {
        properties.add(
                "server.ssl.certificate", () -> KEYS.resolve("server.crt").toString());
        properties.add("server.ssl.certificate-private-key", () -> KEYS.resolve("server.key")
                .toString());
        properties.add(
                "server.ssl.trust-certificate", () -> KEYS.resolve("ca.pem").toString());
    }

    static class WithPrograms {
        @Bean
        @Primary
        WebSettings withPrograms(WebSettings webSettings) throws Exception {
            MailDomains.Home home = new MailDomains.Home(new PartnerId("example-agency"), WebHouse.FORCE);
            return new WebSettings(
                    webSettings.serviceName(),
                    webSettings.contact(),
                    webSettings.confirmedWithin(),
                    webSettings.accounts(),
                    webSettings.operators(),
                    webSettings.forceNames(),
                    webSettings.uploads(),
                    webSettings.signIns(),
                    webSettings.rates(),
                    new Programs(
                            Map.of(
                                    Sha256.of(certificate("known").getEncoded()),
                                    new Sender("case-system", home.partner(), home.force())),
                            List.of(new TokenIssuer(
                                    URI.create(ISSUER.issuer()), "sealpost", "client_id", Map.of("batch", home)))));
        }
    }

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @BeforeEach
    void begin() {
        useCases.reset();
    }

    private static X509Certificate certificate(String name) throws Exception {
        try (InputStream in = Files.newInputStream(KEYS.resolve(name + (name.equals("ca") ? ".pem" : ".crt")))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** @param name of the client's certificate; empty for none */
    private static HttpClient browser(String name) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", certificate("ca"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        if (!name.isEmpty()) {
            String pem = Files.readString(KEYS.resolve(name + ".key")).replaceAll("-----[A-Z ]+-----|\\s", "");
            PrivateKey key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            keys.setKeyEntry("own", key, new char[0], new X509Certificate[] {certificate(name)});
        }
        own.init(keys, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path));
    }

    private HttpRequest.Builder upload() {
        return to("/api/submissions")
                .header("Content-Type", "application/pdf")
                .POST(HttpRequest.BodyPublishers.ofString(FORM));
    }

    private static HttpResponse<String> send(String certificate, HttpRequest.Builder request) throws Exception {
        return browser(certificate).send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int uploaded(Map<String, Object> claims) throws Exception {
        return send("", upload().header("Authorization", "Bearer " + ISSUER.signed(claims)))
                .statusCode();
    }

    private static Map<String, Object> claims(Object... more) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "sub",
                "x",
                "aud",
                List.of("sealpost"),
                "client_id",
                "batch",
                "scope",
                "openid sealpost.send sealpost.read"));
        for (int i = 0; i < more.length; i += 2) {
            claims.put((String) more[i], more[i + 1]);
        }
        return claims;
    }

    @Test
    void theVeryCertificateIsTheProgram() throws Exception {
        HttpResponse<String> sent = send("known", upload());
        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(sent.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(useCases.arrivals.get(0).by()).isEqualTo("case-system");
        assertThat(useCases.arrivals.get(0).partner().value()).isEqualTo("example-agency");
        assertThat(send("known", to("/api/certificates")).statusCode()).isEqualTo(200);
        assertThat(send("known", to("/api/operator/undelivered")).statusCode()).isEqualTo(403);
        assertThat(send("known", to("/")).headers().firstValue("Location").orElse(""))
                .as("pages are for people")
                .endsWith("/sign-in");
    }

    @Test
    void anotherCertificateOfTheSameAuthorityIsNobody() throws Exception {
        assertThat(send("unknown", upload()).statusCode()).isEqualTo(401);
        assertThat(send("", upload()).statusCode()).isEqualTo(401);
        assertThat(useCases.arrivals).isEmpty();
        assertThat(send("", upload().header("Authorization", Client.basic(WebHouse.WORKER, WebHouse.PASSWORD)))
                        .statusCode())
                .as("passwords go on")
                .isEqualTo(201);
    }

    @Test
    void whatAProxyMightSayOfACertificateIsNotBelieved() throws Exception {
        String pem = URLEncoder.encode(Files.readString(KEYS.resolve("known.crt")), StandardCharsets.UTF_8);
        for (String header : List.of(
                "X-SSL-Client-Cert",
                "X-Client-Cert",
                "X-Forwarded-Tls-Client-Cert",
                "Client-Cert",
                "SSL_CLIENT_CERT")) {
            assertThat(send("", upload().header(header, pem)).statusCode())
                    .as(header)
                    .isEqualTo(401);
        }
        assertThat(useCases.arrivals).isEmpty();
    }

    @Test
    void aTokenLetsItsProgramDoWhatItsScopesSay() throws Exception {
        assertThat(uploaded(claims())).isEqualTo(201);
        assertThat(useCases.arrivals.get(0).by()).isEqualTo("batch");
        String reads = ISSUER.signed(claims("scope", "sealpost.read"));
        assertThat(send("", upload().header("Authorization", "Bearer " + reads)).statusCode())
                .isEqualTo(403);
        assertThat(send("", to("/api/certificates").header("Authorization", "Bearer " + reads))
                        .statusCode())
                .isEqualTo(200);
        String sends = ISSUER.signed(claims("scope", "sealpost.send"));
        assertThat(send("", to("/api/certificates").header("Authorization", "Bearer " + sends))
                        .statusCode())
                .isEqualTo(403);
        assertThat(uploaded(claims("scope", "sealpost.sender"))).isEqualTo(403);
        assertThat(send(
                                "",
                                to("/api/operator/undelivered")
                                        .header("Authorization", "Bearer " + ISSUER.signed(claims())))
                        .statusCode())
                .isEqualTo(403);
        assertThat(useCases.arrivals).hasSize(1);
    }

    @Test
    void aTokenThatIsNotAsItShouldBeIsNotBelieved() throws Exception {
        Date past = Date.from(Instant.now().minusSeconds(300));
        assertThat(uploaded(claims("aud", List.of("another")))).isEqualTo(401);
        assertThat(uploaded(claims("aud", List.of()))).isEqualTo(401);
        assertThat(uploaded(claims("exp", past))).isEqualTo(401);
        assertThat(uploaded(claims("nbf", Date.from(Instant.now().plusSeconds(300)))))
                .isEqualTo(401);
        assertThat(uploaded(claims("iss", "https://elsewhere.example"))).isEqualTo(401);
        assertThat(uploaded(claims("client_id", "another"))).isEqualTo(401);
        assertThat(uploaded(claims("exp", SmallProvider.ABSENT)))
                .as("without an end")
                .isEqualTo(401);
        var right = ISSUER.forger;
        ISSUER.forger = SmallProvider.newKey();
        try {
            assertThat(uploaded(claims())).as("another key").isEqualTo(401);
        } finally {
            ISSUER.forger = right;
        }
        String[] parts = ISSUER.signed(claims()).split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> unsigned =
                send("", upload().header("Authorization", "Bearer " + none + "." + parts[1] + "."));
        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(unsigned.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(unsigned.body()).contains("sign-in-needed");
        HttpResponse<String> inAddress = send(
                "",
                HttpRequest.newBuilder(URI.create(
                        "https://127.0.0.1:" + port + "/api/certificates?access_token=" + ISSUER.signed(claims()))));
        assertThat(inAddress.statusCode())
                .as("in the address, where logs keep it")
                .isEqualTo(401);
        assertThat(useCases.arrivals).isEmpty();
    }

    @Test
    void overTlsCookiesAndTheHostStayWithTls() throws Exception {
        HttpResponse<String> page = send("", to("/sign-in").header("Accept", "text/html"));
        assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
                .contains("max-age=31536000");
        assertThat(page.headers().firstValue("Set-Cookie").orElse(""))
                .contains("Secure", "HttpOnly", "SameSite=Strict");
    }
}
