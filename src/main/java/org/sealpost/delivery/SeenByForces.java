package org.sealpost.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sealpost.ledger.Ledger;
import org.sealpost.ledger.LedgerRefusedException;
import org.sealpost.ledger.SignedCheckpoint;
import org.sealpost.ledger.WitnessKey;
import org.sealpost.submission.ForceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What the forces say to have seen of the ledger. What agrees with it is remembered, so that the next envelope travels with
 * the proof that the ledger has only grown since; what contradicts it is an alarm.
 */
final class SeenByForces {
    private static final Logger LOG = LoggerFactory.getLogger(SeenByForces.class);

    /** There is, or was, another ledger under this one's key. */
    private static final Set<String> ALARMS = Set.of("forked", "cut-off");

    private final Ledger ledger;
    private final Map<ForceId, WitnessKey> keys;

    SeenByForces(Ledger ledger, Map<ForceId, WitnessKey> keys) {
        this.ledger = ledger;
        this.keys = Map.copyOf(keys);
    }

    /** @param named the checkpoint in a true receipt of that force */
    void heard(Custody.Writes writes, Held.Settled settled, String named) {
        ForceId force = settled.of().force();
        try {
            SignedCheckpoint seen = ledger.recognise(writes.ledger(), named);
            WitnessKey key = keys.get(force);
            if (key != null && seen.isCosigned()) {
                seen.cosignedAt(key);
            }
            if (isBetter(seen, writes.seen(force))) {
                writes.saw(force, seen);
            }
        } catch (LedgerRefusedException e) {
            boolean alarm = ALARMS.contains(e.code());
            LOG.atLevel(alarm ? Level.ERROR : Level.WARN)
                    .log(
                            alarm
                                    ? "{}: ALARM, {}: {}"
                                    : "{}: the checkpoint in the receipt counts for nothing, {}: {}",
                            settled.of().reference(),
                            e.code(),
                            e.getMessage());
            ledger.append(writes.ledger(), List.of(Happenings.witnessRefused(settled, e.code())));
        }
    }

    /** A force goes on from what it has cosigned. */
    private static boolean isBetter(SignedCheckpoint seen, Optional<SignedCheckpoint> known) {
        if (known.isPresent() && seen.isCosigned() != known.get().isCosigned()) {
            return seen.isCosigned();
        }
        return known.isEmpty() || seen.isNewerThan(known.get());
    }
}
