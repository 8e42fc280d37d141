package org.sealpost.envelope;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Original;

/**
 * What is signed: a MIME {@code multipart/mixed} (RFC 2046) of {@code submission.json} and every original. Written in one
 * way only: base64 throughout, so no line of a part can look like the boundary and any MIME reader gives the same bytes.
 */
record Content(Bytes submissionJson, Optional<Bytes> source, List<Original> originals) {
    private static final String DELIMITER = "--=_sealpost";
    private static final byte[] NEXT = ascii("\r\n" + DELIMITER);
    private static final byte[] BLANK_LINE = ascii("\r\n\r\n");
    private static final byte[] LINE_END = ascii("\r\n");
    private static final byte[] END = ascii("--\r\n");
    private static final byte[] START = ascii("MIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=\"=_sealpost\"\r\n\r\n" + DELIMITER + "\r\n");
    private static final int LINE = 76;
    /** Whole lines. */
    private static final int A_PIECE = LINE / 4 * 3 * 256;

    private static final String JSON_HEADER = "Content-Type: application/json\r\n"
            + "Content-Disposition: attachment;\r\n filename=\"submission.json\"\r\n"
            + "Content-Transfer-Encoding: base64";

    /** No original's header looks like it: none has a description. */
    private static final String SOURCE_HEADER =
            "Content-Type: application/pkcs7-mime; smime-type=authEnveloped-data\r\n"
                    + "Content-Description: source\r\nContent-Disposition: attachment;\r\n filename=\"source.p7m\"\r\n"
                    + "Content-Transfer-Encoding: base64";

    Content(Bytes submissionJson, List<Original> originals) {
        this(submissionJson, Optional.empty(), originals);
    }

    Bytes write() {
        return Bytes.of(ExactBytes.of(this::write));
    }

    private void write(OutputStream out) throws IOException {
        out.write(START);
        writePart(out, JSON_HEADER, submissionJson);
        if (source.isPresent()) {
            out.write(LINE_END);
            writePart(out, SOURCE_HEADER, source.get());
        }
        for (Original original : originals) {
            out.write(LINE_END);
            writePart(out, PartHeader.write(original), original.content());
        }
        out.write(END);
    }

    private static void writePart(OutputStream out, String header, Bytes content) throws IOException {
        out.write(ascii(header));
        out.write(BLANK_LINE);
        byte[] bytes = content.array();
        for (int at = 0; at < bytes.length; at += A_PIECE) {
            int length = Math.min(A_PIECE, bytes.length - at);
            if (at > 0) {
                out.write(LINE_END);
            }
            out.write(Base64.getMimeEncoder(LINE, LINE_END).encode(Arrays.copyOfRange(bytes, at, at + length)));
        }
        out.write(NEXT);
    }

    /** Reads exactly what {@link #write} writes. */
    static Content parse(byte[] untrusted) throws Refused {
        Refused.unless(startsWith(untrusted, START, 0), "wrong-content", "The content is not the expected MIME.");
        List<Original> parts = new ArrayList<>();
        Optional<Bytes> source = Optional.empty();
        int at = START.length;
        while (true) {
            int body = find(untrusted, BLANK_LINE, at) + BLANK_LINE.length;
            // An empty body stands directly before its delimiter.
            int end = find(untrusted, NEXT, body);
            if (parts.size() == 1 && header(untrusted, at, body).equals(SOURCE_HEADER)) {
                source = Optional.of(body(untrusted, body, end));
            } else {
                parts.add(part(untrusted, at, body, end, parts.isEmpty()));
            }
            at = end + NEXT.length;
            if (!startsWith(untrusted, LINE_END, at)) {
                break;
            }
            at += LINE_END.length;
        }
        Content content = new Content(parts.get(0).content(), source, List.copyOf(parts.subList(1, parts.size())));
        Refused.unless(
                Arrays.equals(content.write().array(), untrusted),
                "wrong-content",
                "The content is not written in the one way this profile knows.");
        return content;
    }

    private static Original part(byte[] from, int header, int body, int end, boolean first) throws Refused {
        String text = header(from, header, body);
        Refused.unless(!first || text.equals(JSON_HEADER), "wrong-content", "The first part is not submission.json.");
        Original read = PartHeader.read(text);
        return new Original(read.name(), read.declaredType(), body(from, body, end));
    }

    private static String header(byte[] from, int header, int body) {
        return new String(from, header, body - BLANK_LINE.length - header, StandardCharsets.ISO_8859_1);
    }

    private static Bytes body(byte[] from, int body, int end) throws Refused {
        try {
            return Bytes.of(Base64.getMimeDecoder().decode(Arrays.copyOfRange(from, body, end)));
        } catch (IllegalArgumentException e) {
            throw new Refused("wrong-content", "A part is not base64.", e);
        }
    }

    private static int find(byte[] in, byte[] what, int from) throws Refused {
        for (int i = from; i <= in.length - what.length; i++) {
            if (in[i] == what[0] && startsWith(in, what, i)) {
                return i;
            }
        }
        throw new Refused("wrong-content", "The content ends too early.");
    }

    private static boolean startsWith(byte[] in, byte[] what, int at) {
        return at + what.length <= in.length && Arrays.equals(in, at, at + what.length, what, 0, what.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
