package org.sealpost;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sealpost.channel.mail.MailServer;
import org.sealpost.envelope.Profile;
import org.sealpost.sender.Check;
import org.sealpost.submission.Marking;
import org.sealpost.web.settings.Duty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** {@code config/application.yaml} as records; what each value means and its default stand there. */
@ConfigurationProperties("sealpost")
public record Settings(
        Path data,
        Marking marking,
        @DefaultValue Map<String, Partner> partners,
        @DefaultValue Map<String, Force> forces,
        Keys keys,
        Database database,
        Broker broker,
        Web web,
        Sftp sftp,
        @DefaultValue Map<String, PolledServer> polledServers,
        Mailbox mailbox,
        Replies replies,
        Reading reading,
        @DefaultValue Malware malware,
        Limits limits,
        Delivery delivery,
        @DefaultValue Operator operator,
        @DefaultValue List<Caretaker> operators) {

    /** An agency that may submit. */
    public record Partner(
            String force,
            @DefaultValue List<String> mailDomains,
            @DefaultValue List<String> mailAddresses,
            @Nullable List<Check> mailRequire,
            @Nullable Boolean mailTellHeld,
            @DefaultValue List<String> dkimDomains,
            @DefaultValue List<Path> smimeAuthorities,
            @DefaultValue List<Path> smimeCertificates,
            @DefaultValue List<Path> sftpKeys,
            @DefaultValue List<Account> accounts,
            @DefaultValue List<Program> programs) {}

    /** A program of a partner that has a client certificate. */
    public record Program(String name, Path certificate) {}

    /** One person who looks after the gateway. */
    public record Caretaker(
            String name,
            @DefaultValue("operator") Duty duty,
            @DefaultValue("") String password,
            @DefaultValue("false") boolean example) {
        @Override
        public String toString() {
            return "operator " + name;
        }
    }

    /** One person or program of a partner. */
    public record Account(String name, String password, @DefaultValue("false") boolean example) {
        @Override
        public String toString() {
            return "account " + name;
        }
    }

    /** A constabulary that receives. */
    public record Force(
            String displayName,
            @DefaultValue("hybrid") Profile profile,
            Path encryptionCertificate,
            @Nullable Path postQuantumCertificate,
            @Nullable Path sourceCertificate,
            @Nullable Path sourcePostQuantumCertificate,
            @DefaultValue("false") boolean sourceWithOriginals,
            Path receiptCertificate,
            @Nullable Path witnessKey,
            @Nullable String brokerPassword,
            @DefaultValue("refuse") OnMalware malware,
            @Nullable Duration overdueAfter,
            @Nullable Duration urgentOverdueAfter,
            @DefaultValue Contact contact) {
        @Override
        public String toString() {
            return "force sealed to by " + encryptionCertificate;
        }
    }

    /** The gateway's own keys, as files; the signing key may be with a token. */
    public record Keys(
            String signingKey,
            @DefaultValue("") String signingKeyPassword,
            Path signingCertificate,
            @Nullable Path postQuantumSigningKey,
            @Nullable Path postQuantumSigningCertificate,
            Path ledgerKey,
            Path ledgerVerifierKey,
            Path addressesKey,
            @Nullable Path mailKey,
            @Nullable Path mailCertificate,
            Path sshHostKey) {
        /** Not the password. */
        @Override
        public String toString() {
            return "the gateway's keys";
        }
    }

    /** Where things are kept. An empty URL is the embedded database in the data folder. */
    public record Database(String url, String user, String password) {
        @Override
        public String toString() {
            return url.isEmpty() ? "embedded database" : "database";
        }
    }

    /** What carries the envelopes. */
    public record Broker(boolean embedded, int port, String url, String user, String password) {
        @Override
        public String toString() {
            return embedded ? "embedded broker" : "external broker";
        }
    }

    /** Pages and API. */
    public record Web(
            String host,
            int port,
            String serviceName,
            String contact,
            Duration confirmedWithin,
            DataSize memory,
            @DefaultValue("") String address,
            @DefaultValue("false") boolean signInLinks,
            @DefaultValue Map<String, Provider> providers,
            @DefaultValue List<TokenIssuer> tokenIssuers,
            @DefaultValue Session session,
            @DefaultValue Rates rates) {}

    /** Somebody else's sign-in that is believed. */
    public record Provider(
            String name,
            URI issuer,
            String clientId,
            String clientSecret,
            @DefaultValue("") String partnerClaim,
            @DefaultValue("email") String nameClaim,
            @DefaultValue List<PartnerValue> partners,
            @DefaultValue List<OperatorSubject> operators) {
        @Override
        public String toString() {
            return "provider " + issuer;
        }
    }

    /** What the partner claim says of a partner's people. */
    public record PartnerValue(String value, String partner) {}

    /** Which subject of a provider which operator is. */
    public record OperatorSubject(String subject, String name) {}

    /** Whose access tokens programs may bring. */
    public record TokenIssuer(
            URI issuer,
            String audience,
            @DefaultValue("client_id") String claim,
            @DefaultValue List<PartnerValue> programs) {}

    /** How long a sign-in lasts. */
    public record Session(@DefaultValue("30m") Duration idle, @DefaultValue("10h") Duration longest) {}

    /** How often a minute. */
    public record Rates(
            @DefaultValue("60") int signIns,
            @DefaultValue("10") int links,
            @DefaultValue("600") int uploads,
            @DefaultValue("6000") int requests) {}

    /** The drop server. */
    public record Sftp(
            boolean enabled,
            String host,
            int port,
            DataSize memory,
            @DefaultValue("32") int connectionsPerPartner,
            @DefaultValue("120") int loginsPerMinute,
            @DefaultValue("2000") int filesPerHour,
            @DefaultValue("4GB") DataSize bytesPerHour) {}

    /** A server of somebody else's on which forms are laid. */
    public record PolledServer(
            String partner,
            String host,
            @DefaultValue("22") int port,
            String user,
            @Nullable Path key,
            @Nullable String password,
            Path knownHosts,
            @DefaultValue(".") String directory,
            @DefaultValue("30s") Duration interval) {
        @Override
        public String toString() {
            return "polled server of " + partner;
        }
    }

    /** The mailbox that partners write to. */
    public record Mailbox(
            boolean enabled,
            String host,
            int port,
            MailServer.Protection protection,
            String user,
            String password,
            String inbox,
            String handled,
            String needsAPerson,
            Duration interval,
            @DefaultValue Senders senders) {
        @Override
        public String toString() {
            return "mailbox";
        }
    }

    /** How it is found out who has sent a letter. */
    public record Senders(
            @Nullable List<Check> require,
            @DefaultValue("") String authservId,
            @DefaultValue("0") int receivedAbove,
            @Nullable Path dkimKeys,
            @DefaultValue("false") boolean dkimDns,
            @DefaultValue("") String dkimNameServer,
            @DefaultValue("true") boolean tellHeld) {}

    /** How replies go out. */
    public record Replies(
            boolean enabled,
            String host,
            int port,
            MailServer.Protection protection,
            String user,
            String password,
            String from,
            String envelopeSender) {
        @Override
        public String toString() {
            return "replies";
        }
    }

    /** Whether readers are shut in. */
    public enum JailUse {
        /** Where this machine can; where it cannot the gateway says so. */
        AUTO,
        /** Without it the gateway does not start. */
        REQUIRED,
        /** The machine itself is shut in. */
        OFF
    }

    /** The reading workers. */
    public record Reading(
            int workers,
            Duration timeLimit,
            DataSize memory,
            @DefaultValue("") String tesseract,
            @DefaultValue("auto") JailUse jail,
            @DefaultValue("config/forms") Path forms,
            @DefaultValue("config/vocabulary") Path vocabulary) {}

    /** The malware scanner; none where the address is empty. */
    public record Malware(
            @DefaultValue("") String clamd,
            @DefaultValue("30s") Duration timeLimit,
            @DefaultValue("deliver") WhenScannerAway whenAway) {}

    /** What becomes of a submission in which malware was found. */
    public enum OnMalware {
        /** The force gets it, marked. */
        DELIVER,
        /** Its sender is told why it was not taken. */
        REFUSE
    }

    /** What becomes of a submission that cannot be scanned because the scanner does not answer. */
    public enum WhenScannerAway {
        /** The force gets it, marked as unscanned. */
        DELIVER,
        /** Its source keeps it until the scanner answers. */
        WAIT
    }

    /** What one submission may be. */
    public record Limits(DataSize file, DataSize submission, int files) {}

    /** Who is called first, and who then. */
    public record Operator(
            @DefaultValue("") String name,
            @DefaultValue("") String mail,
            @DefaultValue("") String hook,
            @DefaultValue("") String hookSecret,
            @DefaultValue List<Contact> then) {
        Contact first() {
            return new Contact(name, mail, hook, hookSecret, Duration.ZERO);
        }

        @Override
        public String toString() {
            return "operator " + name;
        }
    }

    /** Somebody to call: by mail, by a hook, by both, or where both are empty by neither. */
    public record Contact(
            @DefaultValue("") String name,
            @DefaultValue("") String mail,
            @DefaultValue("") String hook,
            @DefaultValue("") String hookSecret,
            @DefaultValue("0s") Duration after) {
        @Override
        public String toString() {
            return "contact " + name;
        }
    }

    /** Repeats, deadlines, retention. */
    public record Delivery(
            Duration duplicateWindow,
            Duration firstPause,
            Duration longestPause,
            Duration overdueAfter,
            Duration urgentOverdueAfter,
            @DefaultValue("15m") Duration heldOverdueAfter,
            @DefaultValue("2m") Duration urgentHeldOverdueAfter,
            Duration eraseAfter) {}
}
