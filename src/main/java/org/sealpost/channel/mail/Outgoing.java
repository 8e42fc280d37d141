package org.sealpost.channel.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;

/** The server that takes what we write. Safe to share between threads. */
final class Outgoing {
    private final MailServer server;
    private final Session session;

    Outgoing(MailServer server) {
        this.server = server;
        this.session = MailSessions.smtp(server);
    }

    Session session() {
        return session;
    }

    /**
     * Returns when the server has taken it.
     *
     * @throws MessagingException where it did not
     */
    void send(Message letter) throws MessagingException {
        try (Transport transport = session.getTransport(MailSessions.smtpProtocol(server))) {
            if (server.account().isEmpty()) {
                transport.connect(server.host(), server.port(), null, null);
            } else {
                transport.connect(server.host(), server.port(), server.account(), server.password());
            }
            transport.sendMessage(letter, letter.getAllRecipients());
        }
    }
}
