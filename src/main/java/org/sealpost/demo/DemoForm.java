package org.sealpost.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A filled-in form of invented people, a new one at each call: equal bytes would rightly be taken for a repeat. */
record DemoForm(String name, byte[] bytes) {
    static DemoForm fresh(String name) {
        try (InputStream in = DemoForm.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the form " + name);
            }
            byte[] form = in.readAllBytes();
            return new DemoForm(name, name.endsWith(".docx") ? withZipComment(form) : withPdfComment(form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] withPdfComment(byte[] pdf) {
        byte[] comment = ("\n%" + UUID.randomUUID() + "\n").getBytes(StandardCharsets.US_ASCII);
        return joined(pdf, pdf.length, comment);
    }

    /** The end record of a zip file closes with its comment and, before that, the comment's length (APPNOTE 4.3.16). */
    private static byte[] withZipComment(byte[] zip) {
        byte[] comment = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        byte[] lengthAndComment = new byte[2 + comment.length];
        lengthAndComment[0] = (byte) comment.length;
        System.arraycopy(comment, 0, lengthAndComment, 2, comment.length);
        return joined(zip, zip.length - 2, lengthAndComment);
    }

    private static byte[] joined(byte[] head, int length, byte[] tail) {
        byte[] all = new byte[length + tail.length];
        System.arraycopy(head, 0, all, 0, length);
        System.arraycopy(tail, 0, all, length, tail.length);
        return all;
    }
}
