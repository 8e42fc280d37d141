package org.sealpost.reading.structure.text;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.reading.structure.part.Allowance;
import org.sealpost.reading.structure.part.NotReadException;

/** Comma-separated values (RFC 4180), parted by commas or, where the first line has more of them, semicolons or tabs. */
final class SeparatedValues {
    private SeparatedValues() {}

    static List<List<String>> rows(String text, Allowance allowance) throws NotReadException {
        char separator = separator(text);
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = !quoted && (c == '\n' || c == separator);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                value.append('"');
                i++;
            } else if (c == '"' && (quoted || value.isEmpty())) {
                quoted = !quoted;
            } else if (!ends && (quoted || c != '\r')) {
                value.append(c);
            }
            if (ends) {
                allowance.piece();
                row.add(value.toString());
                value.setLength(0);
            }
            if (ends && c == '\n') {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        if (!row.isEmpty() || !value.isEmpty()) {
            row.add(value.toString());
            rows.add(row);
        }
        return rows;
    }

    private static char separator(String text) {
        String first = text.substring(0, Math.max(0, text.indexOf('\n')));
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}
