package org.sealpost.web.upload;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.sealpost.delivery.Admit;

/**
 * How far each upload is, for the page that asks while it runs. Keyed by account and a token that the page drew, so nobody
 * sees another's. Remembers 1,000 uploads, each for ten minutes after its last step. Safe to share between threads.
 */
public final class ProgressBoard {
    private static final int REMEMBERED = 1_000;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");
    private static final Step UNKNOWN = new Step("unknown", 0, 0);

    private final Clock clock;
    private final Map<Key, Noted> board = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Noted> eldest) {
            return size() > REMEMBERED || expired(eldest.getValue());
        }
    };

    public ProgressBoard(Clock clock) {
        this.clock = clock;
    }

    /** Begins to follow an upload; a token of another shape than 32 hexadecimal digits is followed by nobody. */
    public Admit.Progress follow(String account, String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Admit.Progress.NOBODY;
        }
        Key key = new Key(account, token);
        note(key, new Step("receiving", 0, 0));
        return new Admit.Progress() {
            @Override
            public void reading(int document, int of) {
                note(key, new Step("reading", document, of));
            }

            @Override
            public void sealing() {
                note(key, new Step("sealing", 0, 0));
            }

            @Override
            public void storing() {
                note(key, new Step("storing", 0, 0));
            }
        };
    }

    /** How far it is; the stage {@code unknown} for one that is not on the board. */
    public synchronized Step look(String account, String token) {
        Noted noted = board.get(new Key(account, token));
        return noted == null || expired(noted) ? UNKNOWN : noted.step;
    }

    private synchronized void note(Key key, Step step) {
        // Taken out first, so that the order of the map is the order of the last steps.
        board.remove(key);
        board.put(key, new Noted(step, clock.instant()));
    }

    private boolean expired(Noted noted) {
        return noted.at.plus(KEPT).isBefore(clock.instant());
    }

    /**
     * One step.
     *
     * @param stage {@code unknown}, {@code receiving}, {@code reading}, {@code sealing} or {@code storing}
     * @param document while reading, from 1; otherwise 0
     * @param of while reading, how many; otherwise 0
     */
    public record Step(String stage, int document, int of) {}

    private record Key(String account, String token) {}

    private record Noted(Step step, Instant at) {}
}
