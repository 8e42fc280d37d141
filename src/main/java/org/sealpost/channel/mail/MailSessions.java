package org.sealpost.channel.mail;

import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.apache.camel.component.mail.MailAuthenticator;
import org.sealpost.channel.mail.MailServer.Protection;

/** Turns a {@link MailServer} into what the mail library wants, so that no password ever stands in a route. */
public final class MailSessions {
    /** A server that says nothing for longer may be gone, and networks forget a connection that is silent for longer. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private MailSessions() {}

    /** A session for IMAP, or IMAPS where the server is protected by TLS. */
    public static Session imap(MailServer server) {
        Properties properties = properties(server, imapProtocol(server));
        String prefix = "mail." + imapProtocol(server) + ".";
        properties.setProperty(prefix + "folder.class", FreshFolder.class.getName());
        // One for the folder and one for the account, or one of them signs in anew for each letter.
        properties.setProperty(prefix + "connectionpoolsize", "2");
        return Session.getInstance(properties);
    }

    /** The same for a connection on which the server speaks when it has something to say (RFC 2177). */
    public static Session imapWaiting(MailServer server) {
        Properties properties = properties(server, imapProtocol(server));
        properties.setProperty("mail." + imapProtocol(server) + ".timeout", Long.toString(SILENCE.toMillis()));
        return Session.getInstance(properties);
    }

    /** A session for SMTP, or SMTPS where the server is protected by TLS. */
    public static Session smtp(MailServer server) {
        return Session.getInstance(properties(server, smtpProtocol(server)));
    }

    /** The scheme of the route's endpoint: {@code imap} or {@code imaps}. */
    public static String imapProtocol(MailServer server) {
        return server.protection() == Protection.TLS ? "imaps" : "imap";
    }

    static String smtpProtocol(MailServer server) {
        return server.protection() == Protection.TLS ? "smtps" : "smtp";
    }

    /** What the route's endpoint signs in with. */
    public static MailAuthenticator account(MailServer server) {
        return new MailAuthenticator() {
            @Override
            public PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.account(), server.password());
            }
        };
    }

    private static Properties properties(MailServer server, String protocol) {
        String patience = Long.toString(server.patience().toMillis());
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", patience);
        properties.setProperty(prefix + "timeout", patience);
        properties.setProperty(prefix + "writetimeout", patience);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        if (server.protection() == Protection.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        if (!server.account().isEmpty()) {
            properties.setProperty(prefix + "auth", "true");
        }
        return properties;
    }
}
