package org.sealpost.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows how long the configured certificates last; looks at the files anew each time. Safe to share between threads. */
public final class ExpiryWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiryWatch.class);

    private final Map<String, Path> files;
    private final Clock clock;
    private final Map<String, Integer> told = new HashMap<>();

    /** @param files by what each is for; of several certificates in one the first that ends counts */
    public ExpiryWatch(Map<String, Path> files, Clock clock) {
        this.files = Map.copyOf(files);
        this.clock = clock;
    }

    /** What is watched. */
    public List<String> certificates() {
        return files.keySet().stream().sorted().toList();
    }

    /** Whole days that are left; empty where the file cannot be read now or holds no certificate. */
    public OptionalInt days(String certificate) {
        Instant now = clock.instant();
        return expiry(certificate)
                .map(expiry -> OptionalInt.of((int) expiry.days(now)))
                .orElse(OptionalInt.empty());
    }

    /** A sentence for each that ends within 30 days, the first to end on top. */
    public List<String> sentences() {
        Instant now = clock.instant();
        return certificates().stream()
                .flatMap(certificate -> expiry(certificate).stream())
                .filter(expiry -> expiry.step(now).isPresent())
                .sorted(Comparator.comparing(Expiry::until))
                .map(expiry -> expiry.sentence(now))
                .toList();
    }

    /** Says it in the log where one has come to within 30, 14 or 7 days of its end, or to it, since it was last looked. */
    public synchronized void look() {
        Instant now = clock.instant();
        for (String certificate : certificates()) {
            Optional<Expiry> expiry = expiry(certificate);
            OptionalInt step = expiry.isPresent() ? expiry.get().step(now) : OptionalInt.empty();
            if (step.isEmpty()) {
                told.remove(certificate);
                continue;
            }
            Integer before = told.put(certificate, step.getAsInt());
            if (before != null && before <= step.getAsInt()) {
                continue;
            }
            if (step.getAsInt() <= 7) {
                LOG.error("{}", expiry.get().sentence(now));
            } else {
                LOG.warn("{}", expiry.get().sentence(now));
            }
        }
    }

    private Optional<Expiry> expiry(String certificate) {
        Path file = files.get(certificate);
        try {
            return file == null
                    ? Optional.empty()
                    : CertificateFile.in(file).stream()
                            .map(X509Certificate::getNotAfter)
                            .min(Comparator.naturalOrder())
                            .map(end -> new Expiry(certificate, end.toInstant()));
        } catch (IOException unreadableNow) {
            return Optional.empty();
        }
    }
}
