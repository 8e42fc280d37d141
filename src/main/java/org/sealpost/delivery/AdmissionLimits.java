package org.sealpost.delivery;

import java.time.Duration;
import java.util.Optional;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Refusal;

/**
 * What is admitted.
 *
 * @param mostBytes of one submission, all originals together; 52,428,800 (50 MiB) unless told otherwise
 * @param mostOriginals of one submission; 20 unless told otherwise
 * @param repeatWindow for how long an equal submission of the same partner counts as the same one; 7 days unless told
 *     otherwise
 */
public record AdmissionLimits(long mostBytes, int mostOriginals, Duration repeatWindow) {
    public static final AdmissionLimits DEFAULTS = new AdmissionLimits(50L * 1024 * 1024, 20, Duration.ofDays(7));

    public AdmissionLimits {
        if (mostBytes < 1 || mostOriginals < 1 || repeatWindow.isNegative()) {
            throw new IllegalArgumentException("limits of admission are positive");
        }
    }

    /** Codes: {@code too-many-files}, {@code too-large}, {@code empty}. */
    Optional<Refusal> refusal(Arrival arrival) {
        if (arrival.originals().size() > mostOriginals) {
            return refused("too-many-files", "Send at most " + mostOriginals + " files at once.");
        }
        if (arrival.size() > mostBytes) {
            return refused("too-large", "Send at most " + megabytes() + " MB at once.");
        }
        if (arrival.size() == 0) {
            return refused("empty", "There was nothing in what you sent.");
        }
        return Optional.empty();
    }

    private String megabytes() {
        return mostBytes % 1_048_576 == 0
                ? Long.toString(mostBytes / 1_048_576)
                : String.format(java.util.Locale.ROOT, "%.2f", mostBytes / 1_048_576.0);
    }

    private static Optional<Refusal> refused(String code, String sentence) {
        return Optional.of(new Refusal(code, sentence));
    }
}
