package org.sealpost.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that happened, without content: who, when, which submission, which digests.
 *
 * @param event what happened: lower-case words joined by hyphens, like {@code admitted}
 * @param at to the millisecond, UTC
 * @param facts further names and values; names are lower-case words joined by hyphens, values short and printable ASCII
 */
public record Entry(String event, Instant at, SortedMap<String, String> facts) {
    public Entry {
        facts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    public static Entry of(String event, Instant at, Map<String, String> facts) {
        return new Entry(event, at, new TreeMap<>(facts));
    }
}
