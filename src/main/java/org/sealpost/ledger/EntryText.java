package org.sealpost.ledger;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sealpost.submission.Bytes;

/**
 * The canonical bytes of an entry: JSON as RFC 8785 writes it, of which only objects and strings without escapes occur:
 * {@code {"at":"2026-11-23T09:30:00.000Z","event":"admitted","facts":{"force":"example-constabulary"}}}.
 */
final class EntryText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern WHOLE =
            Pattern.compile("\\{\"at\":\"([^\"]+)\",\"event\":\"([^\"]+)\",\"facts\":\\{(.*)}}", Pattern.DOTALL);
    private static final Pattern FACT = Pattern.compile("\"([^\"]+)\":\"([^\"]*)\"(?:,|$)");

    private EntryText() {}

    static String write(Entry entry) {
        String facts = entry.facts().entrySet().stream()
                .map(fact -> "\"" + fact.getKey() + "\":\"" + fact.getValue() + "\"")
                .collect(Collectors.joining(","));
        return "{\"at\":\"" + TIME.format(entry.at()) + "\",\"event\":\"" + entry.event() + "\",\"facts\":{" + facts
                + "}}";
    }

    static Bytes bytes(Entry entry) {
        return Bytes.of(write(entry).getBytes(StandardCharsets.US_ASCII));
    }

    static Entry read(Bytes bytes) throws LedgerRefusedException {
        Entry entry = read(new String(bytes.array(), StandardCharsets.US_ASCII));
        if (!bytes(entry).equals(bytes)) {
            throw notCanonical();
        }
        return entry;
    }

    /** Accepts what {@link #write} writes and nothing else. */
    static Entry read(String text) throws LedgerRefusedException {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw notCanonical();
        }
        TreeMap<String, String> facts = new TreeMap<>();
        Matcher fact = FACT.matcher(whole.group(3));
        while (fact.find()) {
            facts.put(fact.group(1), fact.group(2));
        }
        try {
            Entry entry = new Entry(whole.group(2), Instant.parse(whole.group(1)), facts);
            // Whatever the patterns let pass does not come out the same again.
            if (write(entry).equals(text)) {
                return entry;
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            // Refused below.
        }
        throw notCanonical();
    }

    private static LedgerRefusedException notCanonical() {
        return new LedgerRefusedException("not-canonical", "An entry is not written in the canonical form.");
    }
}
