package org.sealpost.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sealpost.ledger.Entry;
import org.sealpost.ledger.Ledger;
import org.sealpost.submission.Reference;

/** One entry {@code consulted} a look, and one a minute for what is looked at again and again. */
public final class ConsultInLedger implements Consult {
    private static final int REMEMBERED = 10_000;

    private final Custody custody;
    private final Ledger ledger;
    private final Clock clock;
    /** The minute that is in the ledger, by everything else that the entry says; the oldest-used go first. */
    private final Map<Map<String, String>, Instant> noted = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, String>, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    public ConsultInLedger(Custody custody, Ledger ledger, Clock clock) {
        this.custody = custody;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void one(Onlooker who, Reference reference, Part part) {
        Map<String, String> facts = facts(who);
        facts.put("reference", reference.value());
        facts.put("part", part.word());
        note(facts, part == Part.STANDING);
    }

    @Override
    public void many(Onlooker who, Listing listing) {
        Map<String, String> facts = facts(who);
        facts.put("list", listing.word());
        note(facts, true);
    }

    private void note(Map<String, String> facts, boolean onceAMinute) {
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        if (onceAMinute && isNoted(facts, minute)) {
            return;
        }
        custody.inOneCommit(writes -> ledger.append(writes.ledger(), List.of(Entry.of("consulted", now, facts))));
        if (onceAMinute) {
            // Only now: what is not committed is not noted.
            remember(facts, minute);
        }
    }

    private synchronized boolean isNoted(Map<String, String> facts, Instant minute) {
        return minute.equals(noted.get(facts));
    }

    private synchronized void remember(Map<String, String> facts, Instant minute) {
        noted.put(facts, minute);
    }

    private static Map<String, String> facts(Onlooker who) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("by", Happenings.printable(who.name()));
        facts.put("as", who.capacity().word());
        facts.put("way", who.way().word());
        who.partner().ifPresent(partner -> facts.put("partner", partner.value()));
        return facts;
    }
}
