package org.sealpost.web.upload;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Original;
import org.sealpost.web.problem.Problems;
import org.sealpost.web.settings.UploadLimits;
import org.springframework.http.ContentDisposition;

/**
 * Takes the files out of a request: every part that has a file name, whatever the field is called; or the body itself. Into
 * memory only; {@link UploadGate} has made the room.
 */
public final class RequestFiles {
    private static final int LONGEST_NAME = 255;

    private final UploadLimits limits;
    private final Problems problems;

    public RequestFiles(UploadLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** Reads a {@code multipart/form-data} request (RFC 7578). */
    public Received ofForm(HttpServletRequest request) {
        List<Original> originals = new ArrayList<>();
        try {
            for (Part part : request.getParts()) {
                String name = part.getSubmittedFileName();
                // A form sent without a choice has one part with neither name nor bytes.
                if (name == null || (name.isEmpty() && part.getSize() == 0)) {
                    continue;
                }
                originals.add(original(name, part.getContentType(), part.getInputStream()));
            }
        } catch (IllegalStateException overLimit) {
            return new Received.Trouble(problems.requestTooLarge());
        } catch (ServletException | IOException unreadable) {
            return new Received.Trouble(problems.unreadableRequest());
        }
        return checked(originals);
    }

    /** Reads a request whose body is one file, named by {@code Content-Disposition} (RFC 6266). */
    public Received ofBody(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            return new Received.Trouble(problems.unsupportedType());
        }
        try {
            byte[] body = request.getInputStream().readNBytes((int) limits.file() + 1);
            if (body.length > limits.file()) {
                return new Received.Trouble(problems.fileTooLarge());
            }
            return body.length == 0
                    ? new Received.Trouble(problems.noFile())
                    : new Received.Files(List.of(new Original(nameOf(request), Optional.of(type), Bytes.of(body))));
        } catch (IOException unreadable) {
            return new Received.Trouble(problems.unreadableRequest());
        }
    }

    private Received checked(List<Original> originals) {
        if (originals.isEmpty()) {
            return new Received.Trouble(problems.noFile());
        }
        if (originals.size() > limits.files()) {
            return new Received.Trouble(problems.tooManyFiles(), originals);
        }
        if (originals.stream().anyMatch(original -> original.content().size() > limits.file())) {
            return new Received.Trouble(problems.fileTooLarge(), originals);
        }
        if (originals.stream().anyMatch(original -> original.content().size() == 0)) {
            return new Received.Trouble(problems.emptyFile(), originals);
        }
        return new Received.Files(originals);
    }

    private static Original original(String name, @Nullable String type, InputStream content) throws IOException {
        try (content) {
            return new Original(tidy(name), Optional.ofNullable(type), Bytes.of(content.readAllBytes()));
        }
    }

    private static String nameOf(HttpServletRequest request) {
        String header = request.getHeader("Content-Disposition");
        if (header == null) {
            return tidy("");
        }
        try {
            String name = ContentDisposition.parse(header).getFilename();
            return tidy(name == null ? "" : name);
        } catch (IllegalArgumentException malformed) {
            return tidy("");
        }
    }

    /** The last step of a path, without control characters, not endless; {@code document} for nothing. */
    static String tidy(String untrustedName) {
        String last =
                untrustedName.substring(Math.max(untrustedName.lastIndexOf('/'), untrustedName.lastIndexOf('\\')) + 1);
        String printable = last.replaceAll("\\p{Cntrl}", "").strip();
        if (printable.isEmpty()) {
            return "document";
        }
        return printable.length() <= LONGEST_NAME ? printable : printable.substring(printable.length() - LONGEST_NAME);
    }
}
