package org.sealpost.channel.clamav;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sealpost.delivery.Warnings;
import org.sealpost.delivery.malware.Scan;
import org.sealpost.submission.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ClamAV. Its word that something is clean is believed only while it has shown, at the most ten minutes ago, that it tells when it
 * reaches a limit.
 */
public final class ClamdScan implements Scan, Warnings, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClamdScan.class);
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");
    private static final String LIMIT = "Heuristics.Limits.Exceeded";
    private static final Duration BELIEVED = Duration.ofMinutes(10);
    /** On the page it is asked again where the last answer is older. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** One that is away is left alone for so long, so that what arrives does not wait for it each time. */
    static final Duration REST = Duration.ofSeconds(2);

    private static final Unscanned AWAY =
            new Unscanned(true, "scanner-away: The malware scanner did not answer, so nobody looked.");
    private static final Unscanned OVER = new Unscanned(
            false, "scanner-limit: It is over a limit of the malware scanner, which did not look at all of it.");
    private static final Unscanned SILENT = new Unscanned(
            false,
            "scanner-silent: The malware scanner does not tell when it skips something, so its word is not enough.");

    private enum State {
        UNKNOWN,
        TELLS,
        SILENT,
        AWAY
    }

    private final ClamdAddress address;
    private final Clamd clamd;
    private final Clock clock;
    private State state = State.UNKNOWN;
    private Instant since = Instant.EPOCH;

    /** @param patience how long it may take to scan one original */
    public ClamdScan(ClamdAddress address, Duration patience, Clock clock) {
        this.address = address;
        this.clamd = new Clamd(address, patience);
        this.clock = clock;
    }

    @Override
    public Verdict of(Bytes original) {
        State now = probed(BELIEVED);
        if (now == State.AWAY) {
            return AWAY;
        }
        try {
            return verdict(clamd.answer(original), now == State.TELLS);
        } catch (IOException e) {
            set(State.AWAY);
            return AWAY;
        }
    }

    private static Verdict verdict(String said, boolean tells) {
        Matcher found = FOUND.matcher(said);
        if (found.matches()) {
            String name = found.group(1);
            return name.startsWith(LIMIT) ? OVER : new Found(plain(name));
        }
        if (said.equals("stream: OK")) {
            return tells ? new Clean() : SILENT;
        }
        return said.contains("size limit exceeded")
                ? OVER
                : new Unscanned(false, "scanner-error: The malware scanner could not look at it.");
    }

    private static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.length() > 100 ? plain.substring(0, 100) : plain;
    }

    /** Empty while it answers and tells when it reaches a limit. */
    @Override
    public List<String> now() {
        return switch (probed(FRESH)) {
            case TELLS, UNKNOWN -> List.of();
            case AWAY ->
                List.of("The malware scanner at " + address
                        + " does not answer, so what arrives is not scanned: start clamd again.");
            case SILENT ->
                List.of("The malware scanner at " + address
                        + " does not tell when it reaches a limit, so its word counts for nothing: set AlertExceedsMax yes in"
                        + " clamd.conf.");
        };
    }

    private State probed(Duration believed) {
        synchronized (this) {
            Duration longest = state == State.AWAY ? REST : believed;
            if (state != State.UNKNOWN
                    && Duration.between(since, clock.instant()).abs().compareTo(longest) < 0) {
                return state;
            }
        }
        try {
            String said = clamd.answer(LimitProbe.nested());
            return set(said.contains(LIMIT) ? State.TELLS : State.SILENT);
        } catch (IOException e) {
            return set(State.AWAY);
        }
    }

    private synchronized State set(State now) {
        if (now != state) {
            switch (now) {
                case TELLS -> LOG.info("the malware scanner at {} answers", address);
                case SILENT ->
                    LOG.error(
                            "the malware scanner at {} does not tell when it reaches a limit: set AlertExceedsMax yes",
                            address);
                default -> LOG.error("the malware scanner at {} does not answer", address);
            }
        }
        state = now;
        since = clock.instant();
        return now;
    }

    @Override
    public void close() {
        clamd.close();
    }
}
