package org.sealpost;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sealpost.channel.mail.ReplySettings;
import org.sealpost.channel.mail.SignInMail;
import org.sealpost.delivery.OperatorName;
import org.sealpost.identity.SignInLinks;
import org.sealpost.store.Database;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Sha256;
import org.sealpost.web.WebRoom;
import org.sealpost.web.page.KeysPage;
import org.sealpost.web.settings.Account;
import org.sealpost.web.settings.MailDomains;
import org.sealpost.web.settings.OperatorAccount;
import org.sealpost.web.settings.Programs;
import org.sealpost.web.settings.Provider;
import org.sealpost.web.settings.Rates;
import org.sealpost.web.settings.Sender;
import org.sealpost.web.settings.SignIns;
import org.sealpost.web.settings.TokenIssuer;
import org.sealpost.web.settings.UploadLimits;
import org.sealpost.web.settings.WebSettings;
import org.sealpost.web.signin.LinkPost;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Pages and API. */
@Configuration(proxyBeanMethods = false)
@Import(WebRoom.class)
class WebWiring {
    @Bean
    WebSettings webSettings(Settings settings) throws IOException {
        Settings.Limits limits = settings.limits();
        return new WebSettings(
                settings.web().serviceName(),
                settings.web().contact(),
                settings.web().confirmedWithin(),
                accounts(settings),
                operators(settings),
                forceNames(settings),
                new UploadLimits(
                        limits.file().toBytes(),
                        limits.submission().toBytes(),
                        limits.files(),
                        settings.web().memory().toBytes()),
                signIns(settings),
                new Rates(
                        settings.web().rates().signIns(),
                        settings.web().rates().links(),
                        settings.web().rates().uploads(),
                        settings.web().rates().requests()),
                programs(settings));
    }

    @Bean
    SignInLinks signInLinks(Database database) {
        return database.signInLinks();
    }

    @Bean
    LinkPost linkPost(ReplySettings mail) {
        return new SignInMail(mail)::send;
    }

    @Bean
    KeysPage.InUse keysInUse(Settings settings) throws IOException {
        return new KeysInUse(settings);
    }

    /** In the log at the start, and to operators whenever they look. */
    @Bean(initMethod = "log")
    SealingWarnings sealingWarnings(Trust trust, Settings settings) {
        return trust.sealingWarnings(settings);
    }

    @Bean
    Ready ready(Settings settings) {
        StringBuilder sentence = new StringBuilder("sealpost: ready")
                .append("; web http://" + settings.web().host() + ":"
                        + settings.web().port());
        if (settings.sftp().enabled()) {
            sentence.append(
                    "; SFTP " + settings.sftp().host() + ":" + settings.sftp().port());
        }
        sentence.append(settings.mailbox().enabled() ? "; mailbox on" : "; mailbox off");
        sentence.append(
                settings.broker().embedded()
                        ? "; broker 127.0.0.1:" + settings.broker().port()
                        : "; broker external");
        return new Ready(sentence.toString());
    }

    private static SignIns signIns(Settings settings) {
        Settings.Web web = settings.web();
        Map<String, MailDomains.Home> addresses = new HashMap<>();
        settings.partners().forEach((name, partner) -> {
            MailDomains.Home home = home(name, partner);
            partner.mailDomains().forEach(entry -> addresses.put(entry, home));
            partner.mailAddresses().forEach(entry -> addresses.put(entry, home));
        });
        try {
            return new SignIns(
                    web.session().idle(),
                    web.session().longest(),
                    web.address().isEmpty() ? Optional.empty() : Optional.of(URI.create(web.address())),
                    web.signInLinks(),
                    new MailDomains(addresses),
                    web.providers().entrySet().stream()
                            .map(provider -> provider(provider.getKey(), provider.getValue(), settings))
                            .toList());
        } catch (IllegalArgumentException e) {
            throw new RefusedToStartException("sign-in", "sealpost.web cannot be used: " + e.getMessage());
        }
    }

    private static Programs programs(Settings settings) throws IOException {
        Map<Sha256, Sender> certificates = new HashMap<>();
        for (var partner : settings.partners().entrySet()) {
            MailDomains.Home home = home(partner.getKey(), partner.getValue());
            for (Settings.Program program : partner.getValue().programs()) {
                Sender sender = new Sender(program.name(), home.partner(), home.force());
                Sha256 digest = CertificateFile.digest(program.certificate());
                if (certificates.put(digest, sender) != null) {
                    throw new RefusedToStartException(
                            "certificate-twice", "two programs have the client certificate " + program.certificate());
                }
            }
        }
        try {
            return new Programs(
                    certificates,
                    settings.web().tokenIssuers().stream()
                            .map(issuer -> new TokenIssuer(
                                    issuer.issuer(),
                                    issuer.audience(),
                                    issuer.claim(),
                                    homes(issuer.programs(), settings)))
                            .toList());
        } catch (IllegalArgumentException e) {
            throw new RefusedToStartException("token-issuer", "sealpost.web cannot be used: " + e.getMessage());
        }
    }

    private static Map<String, MailDomains.Home> homes(List<Settings.PartnerValue> values, Settings settings) {
        Map<String, MailDomains.Home> homes = new HashMap<>();
        for (Settings.PartnerValue value : values) {
            Settings.Partner partner = settings.partners().get(value.partner());
            if (partner == null) {
                throw new IllegalArgumentException("the partner " + value.partner() + " is not configured");
            }
            homes.put(value.value(), home(value.partner(), partner));
        }
        return homes;
    }

    private static MailDomains.Home home(String name, Settings.Partner partner) {
        return new MailDomains.Home(new PartnerId(name), new ForceId(partner.force()));
    }

    private static Provider provider(String id, Settings.Provider of, Settings settings) {
        Map<String, OperatorAccount> people = new HashMap<>();
        for (Settings.OperatorSubject subject : of.operators()) {
            people.put(
                    subject.subject(),
                    operators(settings).stream()
                            .filter(operator -> operator.name().value().equals(subject.name()))
                            .findAny()
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "provider " + id + " names an operator who is not configured")));
        }
        return new Provider(
                id,
                of.name(),
                of.issuer(),
                of.clientId(),
                of.clientSecret(),
                of.partnerClaim().isEmpty() ? "none" : of.partnerClaim(),
                of.nameClaim(),
                homes(of.partners(), settings),
                people);
    }

    private static List<Account> accounts(Settings settings) {
        List<Account> accounts = new ArrayList<>();
        settings.partners().forEach((name, partner) -> partner.accounts()
                .forEach(account -> accounts.add(new Account(
                        account.name(),
                        account.password(),
                        new PartnerId(name),
                        new ForceId(partner.force()),
                        account.example()))));
        return accounts;
    }

    private static List<OperatorAccount> operators(Settings settings) {
        return settings.operators().stream()
                .map(operator -> new OperatorAccount(
                        new OperatorName(operator.name()), operator.duty(), operator.password(), operator.example()))
                .toList();
    }

    private static Map<ForceId, String> forceNames(Settings settings) {
        return settings.forces().entrySet().stream()
                .collect(Collectors.toMap(force -> new ForceId(force.getKey()), force -> force.getValue()
                        .displayName()));
    }
}
