package org.sealpost.delivery;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.sealpost.submission.Arrival;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Refusal;

/**
 * What is admitted.
 *
 * @param mostBytes of one submission, all originals together, before an e-mail wraps them; 52,428,800 (50 MiB) unless told otherwise
 * @param mostOriginals of one submission; 20 unless told otherwise
 * @param repeatWindow for how long an equal submission of the same partner counts as the same one; 7 days unless told
 *     otherwise
 */
public record AdmissionLimits(long mostBytes, int mostOriginals, Duration repeatWindow) {
    private static final int MEBIBYTE = 1 << 20;

    public static final AdmissionLimits DEFAULTS = new AdmissionLimits(50L * MEBIBYTE, 20, Duration.ofDays(7));

    public AdmissionLimits {
        if (mostBytes < 1 || mostOriginals < 1 || repeatWindow.isNegative() || repeatWindow.isZero()) {
            throw new IllegalArgumentException("limits of admission are positive");
        }
    }

    /**
     * How many bytes may arrive by a channel: of e-mail more, so that what was {@link #mostBytes} before base64
     * (RFC 2045, section 6.8) is admitted with the letter around it.
     */
    public long mostBytes(Channel channel) {
        return channel == Channel.EMAIL ? mostBytes / 10 * 14 + 64 * 1024 : mostBytes;
    }

    /**
     * Codes: {@code too-many-files}, {@code too-large}, {@code empty}.
     *
     * @param room how many bytes there is memory for
     */
    Optional<Refusal> refusal(Arrival arrival, long room) {
        if (arrival.originals().size() > mostOriginals) {
            return refused("too-many-files", "Send at most " + mostOriginals + " files at once.");
        }
        if (arrival.size() > mostBytes(arrival.channel())) {
            return tooLarge(mostBytes);
        }
        if (arrival.size() > room) {
            return tooLarge(arrival.channel() == Channel.EMAIL ? room / 14 * 10 : room);
        }
        if (arrival.size() == 0) {
            return refused("empty", "There was nothing in what you sent.");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> tooLarge(long most) {
        String megabytes = most % MEBIBYTE == 0
                ? Long.toString(most / MEBIBYTE)
                : String.format(Locale.ROOT, "%.2f", (double) most / MEBIBYTE);
        return refused("too-large", "Send at most " + megabytes + " MB at once.");
    }

    private static Optional<Refusal> refused(String code, String sentence) {
        return Optional.of(new Refusal(code, sentence));
    }
}
