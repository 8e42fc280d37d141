package org.sealpost.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.delivery.OperatorName;
import org.sealpost.delivery.Warnings;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.web.page.KeysPage;
import org.sealpost.web.settings.Account;
import org.sealpost.web.settings.Duty;
import org.sealpost.web.settings.MailDomains;
import org.sealpost.web.settings.OperatorAccount;
import org.sealpost.web.settings.Programs;
import org.sealpost.web.settings.Rates;
import org.sealpost.web.settings.SignIns;
import org.sealpost.web.settings.UploadLimits;
import org.sealpost.web.settings.WebSettings;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A house with nothing in it but the web room, its server and fakes of the use cases. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
            "org.springframework.boot.autoconfigure.jms.JmsAutoConfiguration",
            "org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration",
            "org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration",
            "org.apache.camel.spring.boot.CamelAutoConfiguration"
        })
@Import(WebRoom.class)
class WebHouse {
    static final String WORKER = "worker@example-agency.example";
    static final String PASSWORD = "four invented words here";
    static final String OTHER = "worker@other-agency.example";
    static final ForceId FORCE = new ForceId("example-constabulary");
    /** Small enough for quick tests. */
    static final UploadLimits LIMITS = new UploadLimits(400 << 10, 1 << 20, 3, 1_500_000);

    static final String OPERATOR = "one@gateway.example";
    static final String SECOND_OPERATOR = "two@gateway.example";
    static final String AUDITOR = "three@gateway.example";
    static final String KEY_HOLDER = "four@gateway.example";

    @Bean
    FakeIntervene intervene() {
        return new FakeIntervene();
    }

    @Bean
    Warnings warnings() {
        return () -> List.of("The certificate for tea ends in 3 days: put a new one in its place.");
    }

    @Bean
    FakePreserve preserve() {
        return new FakePreserve();
    }

    @Bean
    FakeReconcile reconcile() {
        return new FakeReconcile();
    }

    @Bean
    KeysPage.InUse keys() {
        return () -> List.of(
                new KeysPage.Key("Signs what is sealed here", "ab".repeat(32), Optional.of(Instant.EPOCH)),
                new KeysPage.Key("Signs the ledger", "cd".repeat(32), Optional.empty()));
    }

    @Bean
    FakeLinks links() {
        return new FakeLinks();
    }

    @Bean
    FakeConsult consult() {
        return new FakeConsult();
    }

    @Bean
    FakeAdmit useCases() {
        return new FakeAdmit();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WebSettings webSettings() {
        String hash = new BCryptPasswordEncoder(4).encode(PASSWORD);
        return new WebSettings(
                "Sealpost",
                "Questions about this service: 01632 960123, Monday to Friday, 9am to 5pm.",
                Duration.ofMinutes(15),
                List.of(
                        new Account(WORKER, "{bcrypt}" + hash, new PartnerId("example-agency"), FORCE, true),
                        new Account(OTHER, hash, new PartnerId("other-agency"), FORCE, true)),
                List.of(
                        new OperatorAccount(new OperatorName(OPERATOR), Duty.OPERATOR, hash, true),
                        new OperatorAccount(new OperatorName(AUDITOR), Duty.AUDITOR, hash, true),
                        new OperatorAccount(new OperatorName(KEY_HOLDER), Duty.KEY_HOLDER, hash, true),
                        new OperatorAccount(new OperatorName(SECOND_OPERATOR), Duty.OPERATOR, hash, true)),
                Map.of(FORCE, "Example Constabulary"),
                LIMITS,
                new SignIns(
                        Duration.ofMinutes(30),
                        Duration.ofHours(10),
                        Optional.of(URI.create("https://sealpost.example/")),
                        true,
                        new MailDomains(Map.of(
                                "Example-Agency.example",
                                new MailDomains.Home(new PartnerId("example-agency"), FORCE))),
                        List.of()),
                new Rates(100_000, 100_000, 100_000, 100_000),
                Programs.NONE);
    }
}
