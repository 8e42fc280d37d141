package org.sealpost.ledger;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.sealpost.submission.Bytes;

/**
 * The canonical bytes of an entry: JSON as RFC 8785 writes it, of which only objects and strings without escapes occur:
 * {@code {"at":"2026-11-23T09:30:00.000Z","event":"admitted","facts":{"force":"example-constabulary"}}}.
 */
final class EntryText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    static final String AT = "{\"at\":\"";
    static final String EVENT = "\",\"event\":\"";
    static final String FACTS = "\",\"facts\":{";

    private EntryText() {}

    static String write(Entry entry) {
        StringBuilder text = new StringBuilder(400);
        text.append(AT)
                .append(TIME.format(entry.at()))
                .append(EVENT)
                .append(entry.event())
                .append(FACTS);
        boolean first = true;
        for (Map.Entry<String, String> fact : entry.facts().entrySet()) {
            text.append(first ? "\"" : ",\"")
                    .append(fact.getKey())
                    .append("\":\"")
                    .append(fact.getValue())
                    .append('"');
            first = false;
        }
        return text.append("}}").toString();
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
        return new EntryParser(text).entry();
    }

    static LedgerRefusedException notCanonical() {
        return new LedgerRefusedException("not-canonical", "An entry is not written in the canonical form.");
    }
}
