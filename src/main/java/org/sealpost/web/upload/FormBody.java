package org.sealpost.web.upload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sealpost.submission.Bytes;
import org.sealpost.web.problem.Problems;
import org.springframework.http.ContentDisposition;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Takes a {@code multipart/form-data} body (RFC 7578) apart, in memory and without a remainder: every byte belongs to a named
 * part or to the frame, from the first delimiter to the closing one. A body of which anything would be left over is not a form.
 */
final class FormBody {
    private static final int MOST_PARTS = 200;
    private static final int LONGEST_HEADERS = 4096;
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] EMPTY_LINE = {'\r', '\n', '\r', '\n'};
    private static final byte[] CLOSING = {'-', '-'};

    private final byte[] body;
    private final byte[] delimiter;
    private final Problems problems;

    private FormBody(byte[] body, String boundary, Problems problems) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.problems = problems;
    }

    static boolean isForm(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** @throws UnusableFormException where the body ends before its closing delimiter, or holds what no part accounts for */
    static List<FormPart> parts(String contentType, byte[] body, Problems problems) throws UnusableFormException {
        String boundary = boundary(contentType);
        if (boundary.isEmpty()) {
            throw new UnusableFormException(problems.unreadableRequest());
        }
        return new FormBody(body, boundary, problems).parts();
    }

    private static String boundary(String contentType) {
        try {
            String given = MediaType.parseMediaType(contentType).getParameter("boundary");
            return given == null ? "" : given.replaceAll("^\"|\"$", "");
        } catch (InvalidMediaTypeException malformed) {
            return "";
        }
    }

    private List<FormPart> parts() throws UnusableFormException {
        List<FormPart> parts = new ArrayList<>();
        int line = afterFirstDelimiter();
        while (!isAt(CLOSING, line)) {
            if (parts.size() == MOST_PARTS) {
                throw new UnusableFormException(problems.tooManyFiles());
            }
            int headers = afterLineEnd(line);
            // Both from the line end before the headers, for a part may have none.
            int headersEnd = indexOf(EMPTY_LINE, headers - LINE_END.length);
            int end = indexOf(delimiter, headers - LINE_END.length);
            int content = headersEnd + EMPTY_LINE.length;
            if (headersEnd < 0 || end < content || headersEnd - headers > LONGEST_HEADERS) {
                throw damaged();
            }
            parts.add(part(
                    new String(body, headers, Math.max(0, headersEnd - headers), StandardCharsets.UTF_8),
                    Bytes.of(Arrays.copyOfRange(body, content, end))));
            line = end + delimiter.length;
        }
        if (!isBlankFrom(line + CLOSING.length)) {
            throw damaged();
        }
        return parts;
    }

    private FormPart part(String headers, Bytes content) throws UnusableFormException {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        // A line that begins with a blank goes on with the one before (RFC 5322, section 2.2.3).
        for (String line : headers.replaceAll("\r\n[ \t]+", " ").lines().toList()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw damaged();
            }
            byName.putIfAbsent(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        ContentDisposition disposition = disposition(byName.get("Content-Disposition"));
        String field = disposition.getName();
        if (field == null || !disposition.isFormData()) {
            throw new UnusableFormException(problems.unnamedPart());
        }
        return new FormPart(
                field,
                Optional.ofNullable(disposition.getFilename()),
                Optional.ofNullable(byName.get("Content-Type")),
                content);
    }

    private static ContentDisposition disposition(@Nullable String header) {
        try {
            return header == null ? ContentDisposition.empty() : ContentDisposition.parse(header);
        } catch (IllegalArgumentException malformed) {
            return ContentDisposition.empty();
        }
    }

    /** The first delimiter opens the body: what stood before it would belong to no part. */
    private int afterFirstDelimiter() throws UnusableFormException {
        if (isAt(delimiter, 0)) {
            return delimiter.length;
        }
        byte[] first = Arrays.copyOfRange(delimiter, LINE_END.length, delimiter.length);
        if (!isAt(first, 0)) {
            throw damaged();
        }
        return first.length;
    }

    /** Behind a delimiter comes the line's end, perhaps after blanks (RFC 2046, section 5.1.1). */
    private int afterLineEnd(int delimiterEnd) throws UnusableFormException {
        int at = delimiterEnd;
        while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
            at++;
        }
        if (!isAt(LINE_END, at)) {
            throw damaged();
        }
        return at + LINE_END.length;
    }

    private boolean isBlankFrom(int start) {
        for (int i = start; i < body.length; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r' && body[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    private boolean isAt(byte[] what, int at) {
        return at + what.length <= body.length && Arrays.equals(body, at, at + what.length, what, 0, what.length);
    }

    private int indexOf(byte[] what, int start) {
        for (int at = start; at + what.length <= body.length; at++) {
            if (body[at] == what[0] && isAt(what, at)) {
                return at;
            }
        }
        return -1;
    }

    private UnusableFormException damaged() {
        return new UnusableFormException(problems.unreadableRequest());
    }
}
