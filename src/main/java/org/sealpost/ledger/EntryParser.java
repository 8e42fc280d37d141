package org.sealpost.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.TreeMap;

/** Reads the one writing that an entry has, from its first character to its last; for one text. */
final class EntryParser {
    private static final String TIME = "0000-00-00T00:00:00.000Z";

    private final String text;
    private int at;

    EntryParser(String untrustedText) {
        this.text = untrustedText;
    }

    Entry entry() throws LedgerRefusedException {
        try {
            take(EntryText.AT);
            Instant time = time();
            take(EntryText.EVENT);
            String event = untilQuote();
            take(EntryText.FACTS);
            TreeMap<String, String> facts = facts();
            take("}}");
            if (at == text.length()) {
                return new Entry(event, time, facts);
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            // Refused below.
        }
        throw EntryText.notCanonical();
    }

    /** In the order of their names, none twice. */
    private TreeMap<String, String> facts() throws LedgerRefusedException {
        TreeMap<String, String> facts = new TreeMap<>();
        String before = "";
        while (text.startsWith(facts.isEmpty() ? "\"" : ",\"", at)) {
            at += facts.isEmpty() ? 1 : 2;
            String name = untilQuote();
            take("\":\"");
            String value = untilQuote();
            take("\"");
            if (name.compareTo(before) <= 0) {
                throw EntryText.notCanonical();
            }
            facts.put(name, value);
            before = name;
        }
        return facts;
    }

    /** A value holds neither quotes nor escapes ({@link Entry}). */
    private String untilQuote() throws LedgerRefusedException {
        int end = text.indexOf('"', at);
        if (end < 0) {
            throw EntryText.notCanonical();
        }
        String value = text.substring(at, end);
        at = end;
        return value;
    }

    private void take(String expected) throws LedgerRefusedException {
        if (!text.startsWith(expected, at)) {
            throw EntryText.notCanonical();
        }
        at += expected.length();
    }

    private Instant time() throws LedgerRefusedException {
        if (text.length() - at < TIME.length()) {
            throw EntryText.notCanonical();
        }
        for (int i = 0; i < TIME.length(); i++) {
            char wanted = TIME.charAt(i);
            char found = text.charAt(at + i);
            if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
                throw EntryText.notCanonical();
            }
        }
        LocalDateTime time = LocalDateTime.of(
                number(0, 4),
                number(5, 2),
                number(8, 2),
                number(11, 2),
                number(14, 2),
                number(17, 2),
                number(20, 3) * 1_000_000);
        at += TIME.length();
        return time.toInstant(ZoneOffset.UTC);
    }

    private int number(int from, int digits) {
        return Integer.parseInt(text, at + from, at + from + digits, 10);
    }
}
