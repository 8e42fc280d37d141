package org.sealpost;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sealpost.sender.Check;
import org.sealpost.sender.DkimKeys;
import org.sealpost.sender.DnsKeys;
import org.sealpost.sender.KeyFolder;
import org.sealpost.sender.MailKey;
import org.sealpost.sender.Policy;
import org.sealpost.sender.SenderCheck;
import org.sealpost.sender.Signers;
import org.sealpost.sender.TrustedRelay;

/** By what letters are believed, as configured. What is required and could never pass is found before anything listens. */
final class MailTrust {
    private static final int DNS = 53;

    private final Settings settings;
    private final Settings.Senders senders;

    MailTrust(Settings settings) {
        this.settings = settings;
        this.senders = settings.mailbox().senders();
    }

    SenderCheck check() throws IOException {
        Optional<TrustedRelay> relay = senders.authservId().isBlank()
                ? Optional.empty()
                : Optional.of(new TrustedRelay(senders.authservId(), senders.receivedAbove()));
        return new SenderCheck(relay, keys(), mailKey());
    }

    /** @throws RefusedToStartException where it requires what could never pass */
    Policy policy(String name, Settings.Partner partner) throws IOException {
        Set<Check> require = required(partner);
        Signers signers = signers(name, partner);
        if (senders.authservId().isBlank() && (require.contains(Check.DMARC) || require.contains(Check.RELAY))) {
            throw impossible(name, "dmarc or relay", "sealpost.mailbox.senders.authserv-id");
        }
        if (require.contains(Check.DKIM) && senders.dkimKeys() == null && !senders.dkimDns()) {
            throw impossible(name, "dkim", "sealpost.mailbox.senders.dkim-keys or dkim-dns");
        }
        if (require.contains(Check.SMIME) && signers.areNobody()) {
            throw impossible(name, "smime", "smime-authorities or smime-certificates");
        }
        boolean tell = Objects.requireNonNullElse(partner.mailTellHeld(), senders.tellHeld());
        return new Policy(require, Set.copyOf(partner.dkimDomains()), signers, tell);
    }

    private Set<Check> required(Settings.Partner partner) {
        return new HashSet<>(Objects.requireNonNullElseGet(partner.mailRequire(), this::usual));
    }

    /** What an operator should know: whose letters anybody can write. */
    List<String> warnings() {
        if (!settings.mailbox().enabled()) {
            return List.of();
        }
        return settings.partners().entrySet().stream()
                .filter(partner -> isByMail(partner.getValue())
                        && required(partner.getValue()).isEmpty())
                .map(partner -> "Letters of " + partner.getKey() + " are believed for their From line alone: require"
                        + " something under sealpost.mailbox.senders or mail-require.")
                .toList();
    }

    private static boolean isByMail(Settings.Partner partner) {
        return !partner.mailDomains().isEmpty() || !partner.mailAddresses().isEmpty();
    }

    /** What the relay vouches for, where there is a relay. */
    private List<Check> usual() {
        return Objects.requireNonNullElseGet(
                senders.require(), () -> senders.authservId().isBlank() ? List.of() : List.of(Check.RELAY));
    }

    private static Signers signers(String name, Settings.Partner partner) throws IOException {
        try {
            return Signers.load(resolved(partner.smimeAuthorities()), resolved(partner.smimeCertificates()));
        } catch (IllegalArgumentException e) {
            throw new RefusedToStartException(
                    "not-a-certificate", "the S/MIME certificates of " + name + " cannot be used: " + e.getMessage());
        }
    }

    private static List<Path> resolved(List<Path> files) {
        return files.stream().map(Home::resolve).toList();
    }

    private DkimKeys keys() {
        DkimKeys keys = (selector, domain) -> List.of();
        if (senders.dkimKeys() != null) {
            Path folder = Home.resolve(senders.dkimKeys());
            if (!Files.isDirectory(folder)) {
                throw new RefusedToStartException("no-dkim-keys", "there is no folder of DKIM keys at " + folder);
            }
            keys = new KeyFolder(folder);
        }
        return senders.dkimDns() ? keys.orElse(dns()) : keys;
    }

    private DkimKeys dns() {
        String server = senders.dkimNameServer();
        if (server.isBlank()) {
            return DnsKeys.ofThisMachine();
        }
        int colon = server.lastIndexOf(':');
        try {
            return DnsKeys.by(
                    colon < 0
                            ? new InetSocketAddress(server, DNS)
                            : new InetSocketAddress(
                                    server.substring(0, colon), Integer.parseInt(server.substring(colon + 1))));
        } catch (IllegalArgumentException e) {
            throw new RefusedToStartException(
                    "name-server", "sealpost.mailbox.senders.dkim-name-server is no HOST or HOST:PORT: " + server);
        }
    }

    private Optional<MailKey> mailKey() throws IOException {
        Path key = settings.keys().mailKey();
        Path certificate = settings.keys().mailCertificate();
        if (key == null && certificate == null) {
            return Optional.empty();
        }
        if (key == null || certificate == null) {
            throw new RefusedToStartException(
                    "mail-key", "sealpost.keys.mail-key and mail-certificate are set together or not at all");
        }
        try {
            return Optional.of(MailKey.load(Home.resolve(certificate), Home.resolve(key)));
        } catch (IllegalArgumentException e) {
            throw new RefusedToStartException("mail-key", "the mail key cannot be used: " + e.getMessage());
        }
    }

    private static RefusedToStartException impossible(String partner, String check, String setting) {
        return new RefusedToStartException(
                "mail-require",
                "partner " + partner + " requires " + check + " of its letters, which needs " + setting + " to be set");
    }
}
