package org.sealpost.force;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sealpost.envelope.ResendRequest;

/**
 * Which numbers of the force's sequence have not come though later ones have. What overtakes or is on its way is given some
 * time; what is asked for and does not come is asked for again, with growing pauses. Confined to one thread.
 */
final class Gaps {
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(6);

    private final Map<Long, Turn> known = new HashMap<>();

    /** Those to ask for now, lowest first; empty mostly. */
    SortedSet<Long> due(SortedSet<Long> missing, Instant now) {
        known.keySet().retainAll(missing);
        SortedSet<Long> due = new TreeSet<>();
        for (long number : missing) {
            Turn turn = known.computeIfAbsent(number, n -> new Turn(now.plus(FIRST), FIRST));
            if (!turn.at.isAfter(now) && due.size() < ResendRequest.MOST) {
                due.add(number);
                Duration pause = turn.pause.multipliedBy(2);
                pause = pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
                known.put(number, new Turn(now.plus(pause), pause));
            }
        }
        return due;
    }

    private record Turn(Instant at, Duration pause) {}
}
