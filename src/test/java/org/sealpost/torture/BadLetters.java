package org.sealpost.torture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Letters that have stopped mailboxes elsewhere; each is somebody's form all the same. */
final class BadLetters {
    private static final String PLAIN = "Content-Type: text/plain; charset=us-ascii\r\n\r\n";

    private BadLetters() {}

    /** @param token stands in it, unencoded, and in no other */
    record Letter(String what, String token, String bytes) {}

    static List<Letter> all() throws IOException {
        List<Letter> all = new ArrayList<>();
        add(all, "no Message-ID", "", PLAIN);
        add(all, "a Message-ID", "Message-ID: <same@example-agency.example>\r\n", PLAIN);
        add(all, "the same Message-ID and other content", "Message-ID: <same@example-agency.example>\r\n", PLAIN);
        add(all, "headers that are none", "This is no header\r\n: nor this\r\nSubject\r\n =?x?y?z\r\n", PLAIN);
        add(all, "a header of a million letters", "X-Long: " + "a".repeat(1_000_000) + "\r\n", PLAIN);
        add(
                all,
                "a charset that nobody knows",
                "",
                "Content-Type: text/plain; charset=x-klingon\r\n\r\n\u00e4\u00f6\u00fc ");
        add(all, "a type that is none", "", "Content-Type: ;;;===\r\nContent-Transfer-Encoding: rot13\r\n\r\n");
        add(
                all,
                "broken base64",
                "",
                "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%=A=\r\n");
        add(all, "a multipart without its end", "", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + PLAIN);
        add(all, "a multipart without a boundary", "", "Content-Type: multipart/mixed\r\n\r\n--\r\n");
        add(all, "a multipart ten thousand deep", "", deep(10_000));
        add(all, "two attachments of one name", "", attachments("form.txt", "form.txt"));
        add(all, "an attachment named ../../etc/passwd", "", attachments("../../etc/passwd", "a\\b"));
        add(all, "an inline PDF", "", inlinePdf());
        add(all, "control characters", "", PLAIN + "a\u0001b\u001bc\u007f\r\n");
        add(all, "an archive that unpacks to a gigabyte", "", attached("application/zip", "bomb.zip", bomb()));
        add(all, "a letter in a letter in a letter", "", inLetters(60));
        return all;
    }

    private static void add(List<Letter> all, String what, String headers, String rest) {
        String token = "TORTURE-%06d-%08x".formatted(900_000 + all.size(), 0xbad0 + all.size());
        all.add(new Letter(
                what,
                token,
                "From: Ann Reed <" + MailServer.SENDER + ">\r\nTo: intelligence@gateway.example\r\nSubject: Form\r\n"
                        + "X-Token: " + token + "\r\n" + headers + "MIME-Version: 1.0\r\n" + rest
                        + "\r\nSuspect: Paul Frost, " + token + "\r\n"));
    }

    private static String deep(int levels) {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        return nested.append(PLAIN).toString();
    }

    private static String attachments(String first, String second) {
        return "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + part("text/plain", first, "attachment", "Suspect: Carl Dunn, " + first + "\r\n")
                + part("text/plain", second, "attachment", "Suspect: Gwen Hart\r\n")
                + "--b--\r\n";
    }

    private static String part(String type, String name, String disposition, String content) {
        return "--b\r\nContent-Type: " + type + "\r\nContent-Disposition: " + disposition + "; filename=\"" + name
                + "\"\r\n\r\n" + content;
    }

    private static String inlinePdf() {
        return "Content-Type: multipart/related; boundary=b\r\n\r\n"
                + part("application/pdf", "form.pdf", "inline", "%PDF-1.4\r\n%%EOF\r\n") + "--b--\r\n";
    }

    private static String attached(String type, String name, byte[] content) {
        return "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: " + type
                + "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=" + name
                + "\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\r\n--b--\r\n";
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("form.txt"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static String inLetters(int levels) {
        return "Content-Type: message/rfc822\r\n\r\nSubject: again\r\n".repeat(levels) + PLAIN;
    }

    static byte[] bytes(Letter letter) {
        return letter.bytes().getBytes(StandardCharsets.ISO_8859_1);
    }
}
