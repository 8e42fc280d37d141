package org.sealpost.channel.sftp.drop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.sealpost.submission.Refusal;

/** What one partner has had of its quota, over all its connections. What is refused is not counted. Safe to share between threads. */
final class PartnerUsage {
    static final Refusal TOO_MANY_LOGINS = new Refusal(
            "quota-logins",
            "You have signed in too often in the last minute. Keep one connection open, or wait a minute.");
    private static final Refusal TOO_MANY_FILES = new Refusal(
            "quota-files",
            "You have sent as many files in the last hour as are taken. Please send this one again later.");
    private static final Refusal TOO_MANY_BYTES = new Refusal(
            "quota-bytes", "You have sent as much in the last hour as is taken. Please send this file again later.");

    private record Taken(Instant at, long bytes) {}

    private final DropQuota quota;
    private final Clock clock;
    private final Deque<Taken> logins = new ArrayDeque<>();
    private final Deque<Taken> files = new ArrayDeque<>();
    private long bytes;

    PartnerUsage(DropQuota quota, Clock clock) {
        this.quota = quota;
        this.clock = clock;
    }

    /** Counts a sign-in, or says why there is to be none. */
    synchronized Optional<Refusal> login() {
        forget(logins, Duration.ofMinutes(1));
        if (logins.size() >= quota.loginsPerMinute()) {
            return Optional.of(TOO_MANY_LOGINS);
        }
        logins.addLast(new Taken(clock.instant(), 0));
        return Optional.empty();
    }

    /** Counts a file, or says why it is not taken now. */
    synchronized Optional<Refusal> file(long size) {
        bytes -= forget(files, Duration.ofHours(1));
        if (files.size() >= quota.filesPerHour()) {
            return Optional.of(TOO_MANY_FILES);
        }
        if (size > quota.bytesPerHour() - bytes) {
            return Optional.of(TOO_MANY_BYTES);
        }
        files.addLast(new Taken(clock.instant(), size));
        bytes += size;
        return Optional.empty();
    }

    private long forget(Deque<Taken> taken, Duration after) {
        Instant until = clock.instant().minus(after);
        long forgotten = 0;
        while (!taken.isEmpty() && !taken.getFirst().at().isAfter(until)) {
            forgotten += taken.removeFirst().bytes();
        }
        return forgotten;
    }
}
