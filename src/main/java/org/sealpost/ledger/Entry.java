package org.sealpost.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that happened, without content: who, when, which submission, which digests.
 *
 * <p>What it may hold is bounded so that content does not fit: names of 1 to 40 characters, at most 16 facts, values of
 * at most 200 printable ASCII characters without quotation mark and backslash. So no value ever needs an escape, and the
 * canonical form has one writing only.
 *
 * @param event what happened: lower-case words joined by hyphens, like {@code admitted}
 * @param at UTC, between the years 1970 and 9999; cut to the millisecond
 * @param facts further names and values; names are lower-case words joined by hyphens, values short and printable ASCII
 */
public record Entry(String event, Instant at, SortedMap<String, String> facts) {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_VALUE = 200;
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** @throws IllegalArgumentException where something does not fit; the message does not quote it */
    public Entry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        TreeMap<String, String> copy = new TreeMap<>();
        copy.putAll(facts);
        facts = Collections.unmodifiableSortedMap(copy);
        if (!isName(event) || !facts.keySet().stream().allMatch(Entry::isName)) {
            throw new IllegalArgumentException("names in the ledger are short lower-case words joined by hyphens");
        }
        if (facts.size() > 16 || !facts.values().stream().allMatch(Entry::isValue)) {
            throw new IllegalArgumentException(
                    "facts in the ledger are few, short, printable ASCII and without quotes");
        }
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw new IllegalArgumentException("no such time in the ledger");
        }
    }

    public static Entry of(String event, Instant at, Map<String, String> facts) {
        return new Entry(event, at, new TreeMap<>(facts));
    }

    /** The value of that name, empty where there is none. */
    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** Words of {@code a-z} and {@code 0-9}, joined by single hyphens. */
    private static boolean isName(String name) {
        char before = '-';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letter && (c != '-' || before == '-')) {
                return false;
            }
            before = c;
        }
        return before != '-' && name.length() <= LONGEST_NAME;
    }

    private static boolean isValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return value.length() <= LONGEST_VALUE;
    }
}
