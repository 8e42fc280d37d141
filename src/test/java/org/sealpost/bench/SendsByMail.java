package org.sealpost.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.sealpost.torture.MailServer;

/** Puts letters with an attachment into the mailbox, as a mail server's delivery does. */
final class SendsByMail implements Sends {
    private static final AtomicLong NUMBER = new AtomicLong();

    private final MailServer server;

    SendsByMail(RunningGateway gateway) {
        this.server = gateway.mail.orElseThrow();
    }

    @Override
    public String channel() {
        return "e-mail";
    }

    @Override
    public void all(List<byte[]> papers) throws IOException {
        for (byte[] paper : papers) {
            server.deliver(letter(paper));
        }
    }

    private static String letter(byte[] paper) {
        String head =
                """
                From: Ann Reed <%s>
                To: intelligence@gateway.example
                Subject: Form
                Message-ID: <bench-%d@example-agency.example>
                Date: Thu, 26 Nov 2026 10:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=part

                --part
                Content-Type: text/plain; charset=us-ascii

                Please find the form attached.
                --part
                Content-Type: application/pdf; name=form.pdf
                Content-Disposition: attachment; filename=form.pdf
                Content-Transfer-Encoding: base64

                """
                        .formatted(MailServer.SENDER, NUMBER.incrementAndGet());
        String body = new String(Base64.getMimeEncoder().encode(paper), StandardCharsets.ISO_8859_1);
        return head.replace("\n", "\r\n") + body + "\r\n--part--\r\n";
    }
}
