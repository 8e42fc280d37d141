package org.sealpost;

import jakarta.mail.Session;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.component.mail.MailAuthenticator;
import org.sealpost.channel.mail.EmailArrivals;
import org.sealpost.channel.mail.EmailReplies;
import org.sealpost.channel.mail.LetterBinding;
import org.sealpost.channel.mail.LetterKeys;
import org.sealpost.channel.mail.MailServer;
import org.sealpost.channel.mail.MailSessions;
import org.sealpost.channel.mail.Mailbox;
import org.sealpost.channel.mail.MailboxSettings;
import org.sealpost.channel.mail.PollsOnNewMail;
import org.sealpost.channel.mail.ReplySettings;
import org.sealpost.channel.mail.RestingLetters;
import org.sealpost.channel.mail.Senders;
import org.sealpost.delivery.Admit;
import org.sealpost.delivery.Tell;
import org.sealpost.delivery.Warnings;
import org.sealpost.submission.Channel;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that the e-mail routes call. */
@Configuration(proxyBeanMethods = false)
class MailWiring {
    private static final Logger LOG = LoggerFactory.getLogger(MailWiring.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Under this name the ledger records what strangers sent and was turned away. */
    private static final PartnerId STRANGERS = new PartnerId("unknown-sender");

    @Bean
    MailboxSettings mailboxSettings(Settings settings) {
        Settings.Mailbox mailbox = settings.mailbox();
        MailServer server =
                server(mailbox.host(), mailbox.port(), mailbox.protection(), mailbox.user(), mailbox.password());
        MailboxSettings defaults = MailboxSettings.at(server);
        return new MailboxSettings(
                server,
                mailbox.handled(),
                mailbox.needsAPerson(),
                (int) DeliveryWiring.limits(settings).mostBytes(Channel.EMAIL),
                defaults.firstPause(),
                defaults.longestPause(),
                defaults.faultsBeforeAlarm());
    }

    @Bean
    Mailbox mailbox(MailboxSettings settings, Clock clock) {
        return new Mailbox(settings, clock);
    }

    @Bean
    Session mailboxSession(MailboxSettings settings) {
        return MailSessions.imap(settings.server());
    }

    @Bean
    MailAuthenticator mailboxAccount(MailboxSettings settings) {
        return MailSessions.account(settings.server());
    }

    @Bean
    PollsOnNewMail pollsOnNewMail(MailboxSettings mailbox, Settings settings) {
        return new PollsOnNewMail(
                mailbox.server(),
                MailSessions.imapWaiting(mailbox.server()),
                settings.mailbox().inbox());
    }

    @Bean
    LetterBinding letterBinding() {
        return new LetterBinding();
    }

    @Bean
    LetterKeys letterKeys() {
        return new LetterKeys();
    }

    @Bean
    RestingLetters restingLetters(Mailbox mailbox) {
        return new RestingLetters(mailbox);
    }

    @Bean
    EmailArrivals emailArrivals(Settings settings, Admit admit, Clock clock) throws IOException {
        MailTrust trust = new MailTrust(settings);
        List<Senders.Partner> partners = new ArrayList<>();
        for (Map.Entry<String, Settings.Partner> partner : settings.partners().entrySet()) {
            partners.add(partner(partner.getKey(), partner.getValue(), trust));
        }
        ForceId force = settings.forces().keySet().stream()
                .findFirst()
                .map(ForceId::new)
                .orElseThrow(
                        () -> new RefusedToStartException("no-force", "no force is configured to send anything to"));
        return new EmailArrivals(new Senders(partners, STRANGERS, force), trust.check(), admit, clock);
    }

    /** On the operators' page, and once in the log. */
    @Bean
    Warnings lettersThatAnybodyCanWrite(Settings settings) {
        List<String> all = new MailTrust(settings).warnings();
        all.forEach(LOG::info);
        return () -> all;
    }

    @Bean
    ReplySettings replySettings(Settings settings) {
        Settings.Replies replies = settings.replies();
        return new ReplySettings(
                server(replies.host(), replies.port(), replies.protection(), replies.user(), replies.password()),
                replies.from(),
                settings.web().serviceName(),
                replies.envelopeSender());
    }

    @Bean
    EmailReplies emailReplies(ReplySettings settings, Tell tell) {
        return new EmailReplies(tell, settings);
    }

    private static Senders.Partner partner(String name, Settings.Partner partner, MailTrust trust) throws IOException {
        Set<String> entries = new HashSet<>(partner.mailDomains());
        entries.addAll(partner.mailAddresses());
        return new Senders.Partner(
                new PartnerId(name), new ForceId(partner.force()), entries, trust.policy(name, partner));
    }

    private static MailServer server(
            String host, int port, MailServer.Protection protection, String user, String password) {
        return new MailServer(host, port, protection, user, password, PATIENCE);
    }
}
