package org.sealpost.torture;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends letters; the gateway has said that it has one when it is moved out of the inbox. */
final class ByMail implements Sender {
    private static final int ANSWERS = 2;

    private final MailServer server;
    private final Set<Form> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> takenAway = ConcurrentHashMap.newKeySet();

    ByMail(MailServer server) {
        this.server = server;
    }

    @Override
    public String channel() {
        return "e-mail";
    }

    @Override
    public boolean send(Form form) throws IOException {
        sent.add(form);
        server.deliver(
                """
                From: Ann Reed <%s>
                To: intelligence@gateway.example
                Subject: Form
                Message-ID: <%s@example-agency.example>
                Date: Thu, 26 Nov 2026 10:00:00 +0000
                MIME-Version: 1.0
                Content-Type: text/plain; charset=us-ascii
                Content-Transfer-Encoding: 7bit

                %s"""
                        .formatted(MailServer.SENDER, form.token(), form.text())
                        .replace("\n", "\r\n"));
        return false;
    }

    /** Those whose letters may still be in the inbox. */
    Set<Form> underway() {
        return sent;
    }

    /** Somebody else has taken the letter out of the inbox, after the gateway had stored it. */
    void takenAway(Form form) {
        takenAway.add(form.token());
    }

    @Override
    public boolean sendsAgain() {
        return false;
    }

    @Override
    public boolean accepted(Form form) throws IOException {
        return takenAway.contains(form.token()) || server.isHandled(form.token());
    }

    @Override
    public String untold(Form form) throws IOException {
        int answers = server.answersTo(form.token()).size();
        return answers == ANSWERS ? "" : "its sender got " + answers + " answers instead of " + ANSWERS;
    }
}
