package org.sealpost.web.upload;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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
    /** No file is sent alone as one of these: a program that does so believes that this is another kind of API. */
    private static final Predicate<String> FILES_ALONE = Pattern.compile(
                    "(?i)(?!application/x-www-form-urlencoded|multipart/|application/([^;]*\\+)?json).+")
            .asMatchPredicate();

    private final UploadLimits limits;
    private final Problems problems;

    public RequestFiles(UploadLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** Takes what a program sent: a form, or one file as the body. */
    public Received of(HttpServletRequest request) {
        return FormRequest.in(request).map(this::ofForm).orElseGet(() -> ofBody(request));
    }

    /** Takes what a page sent: a form and nothing else. */
    public Received ofPage(HttpServletRequest request) {
        return FormRequest.in(request)
                .map(this::ofForm)
                .orElseGet(() -> new Received.Trouble(problems.unsupportedType()));
    }

    private Received ofForm(FormRequest form) {
        List<Original> originals = form.files().stream()
                .map(part -> new Original(tidy(part.fileName().orElse("")), part.type(), part.content()))
                .toList();
        if (originals.isEmpty()) {
            return new Received.Trouble(problems.noFile());
        }
        return form.hasWords() ? new Received.Trouble(problems.wordsBesideFiles(), originals) : checked(originals);
    }

    /** Reads a request whose body is one file, named by {@code Content-Disposition} (RFC 6266). */
    private Received ofBody(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !FILES_ALONE.test(type)) {
            return new Received.Trouble(problems.unsupportedType());
        }
        try {
            byte[] body = request.getInputStream().readNBytes((int) limits.file() + 1);
            if (body.length > limits.file()) {
                return new Received.Trouble(problems.fileTooLarge());
            }
            if (body.length == 0) {
                return new Received.Trouble(problems.noFile());
            }
            return new Received.Files(List.of(new Original(nameOf(request), Optional.of(type), Bytes.of(body))));
        } catch (IOException unreadable) {
            return new Received.Trouble(problems.unreadableRequest());
        }
    }

    private Received checked(List<Original> originals) {
        if (originals.size() > limits.files()) {
            return new Received.Trouble(problems.tooManyFiles(), originals);
        }
        if (originals.stream().anyMatch(original -> original.content().size() > limits.file())) {
            return new Received.Trouble(problems.fileTooLarge(), originals);
        }
        if (originals.stream().anyMatch(original -> original.content().size() == 0)) {
            return new Received.Trouble(problems.emptyFile(), originals);
        }
        if (originals.stream().mapToLong(original -> original.content().size()).sum() > limits.submission()) {
            return new Received.Trouble(problems.tooLargeTogether(), originals);
        }
        return new Received.Files(originals);
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
