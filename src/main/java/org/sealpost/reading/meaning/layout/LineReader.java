package org.sealpost.reading.meaning.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.meaning.label.Attribute;
import org.sealpost.reading.meaning.label.LabelMatcher;
import org.sealpost.reading.meaning.label.Meaning;

/** Running lines: {@code LABEL: answer}, a label above its answer, headings, ticks, prose. For one document and thread. */
final class LineReader {
    private static final double SURE = 0.99;
    private static final double LIKELY = 0.75;
    private static final int LONGEST_LABEL = 10;
    /** Longer ones are no line of a form: nothing is looked for in them. */
    private static final int LONGEST_LINE = 10_000;

    private final LabelMatcher labels;
    private final Marks marks;
    private boolean inLongAnswer;
    private @Nullable Pending pending;
    private @Nullable Pending open;
    private final List<Span> answer = new ArrayList<>();

    LineReader(LabelMatcher labels, Marks marks) {
        this.labels = labels;
        this.marks = marks;
    }

    private record Pending(Meaning meaning, String label) {}

    private record Pair(Meaning meaning, String label, String value) {}

    void heading(String text, Place place, Method method) {
        close();
        Meaning meaning = labels.heading(text);
        if (pairs(text).stream().anyMatch(p -> !p.value().isBlank())) {
            line(text, place, method);
        } else if (meaning.certainty() >= LIKELY) {
            title(meaning, text);
        } else {
            inLongAnswer = false;
            marks.add(new Mark.Section(Meaning.NONE, text));
        }
    }

    private void title(Meaning meaning, String text) {
        inLongAnswer = meaning.isLong();
        if (meaning.isSection() || meaning.isLong()) {
            marks.add(new Mark.Section(meaning, text));
        } else {
            pending = new Pending(meaning, text);
        }
    }

    void line(String raw, Place place, Method method) {
        String text = raw.strip();
        if (text.isEmpty()) {
            endAnswer();
            marks.add(new Mark.Gap());
            return;
        }
        List<Ticks.Box> boxes = Ticks.of(text);
        List<Pair> pairs = boxes.isEmpty() ? pairs(raw.strip()) : List.of();
        Meaning whole = labels.heading(text);
        if (!boxes.isEmpty()) {
            ticks(text, boxes, place, method);
        } else if (!pairs.isEmpty()) {
            close();
            pairs.forEach(p -> pair(p, place, method));
        } else if (whole.certainty() >= SURE && standsAlone(text)) {
            close();
            title(whole, text);
        } else {
            prose(marks.span(text, place, method));
        }
    }

    private void ticks(String text, List<Ticks.Box> boxes, Place place, Method method) {
        String question = text.substring(0, boxes.get(0).from()).strip();
        Pending asked = pending;
        Meaning meaning = question.isEmpty() && asked != null ? asked.meaning() : labels.label(question);
        String words = question.isEmpty() && asked != null ? asked.label() : question;
        boxes.forEach(b -> marks.add(new Mark.Tick(meaning, words, marks.span(b.label(), place, method), b.on())));
    }

    private void pair(Pair pair, Place place, Method method) {
        close();
        Meaning meaning = pair.meaning();
        if (pair.value().isBlank()) {
            Meaning heading = labels.heading(pair.label());
            title(heading.isNone() ? meaning : heading, pair.label());
        } else if (meaning.isLong()) {
            marks.add(new Mark.Section(meaning, pair.label()));
            inLongAnswer = true;
            marks.add(new Mark.Prose(marks.span(pair.value(), place, method)));
        } else {
            inLongAnswer = false;
            open = new Pending(meaning, pair.label());
            answer.add(marks.span(pair.value(), place, method));
        }
    }

    private void prose(Span span) {
        Pending waiting = pending;
        if (waiting != null) {
            open = waiting;
            pending = null;
            answer.add(span);
        } else if (open != null && runsOn(open.meaning())) {
            answer.add(span);
        } else {
            endAnswer();
            marks.add(new Mark.Prose(span));
        }
    }

    private static boolean runsOn(Meaning meaning) {
        return meaning.attributes().stream()
                .anyMatch(a -> a == Attribute.ADDRESS
                        || a == Attribute.LOCATION
                        || a == Attribute.DESCRIPTION
                        || a == Attribute.VEHICLE
                        || a == Attribute.VEHICLE_MARKS);
    }

    /** In the middle of a narrative only what is set like a heading is one. */
    private boolean standsAlone(String text) {
        return !inLongAnswer
                || text.endsWith(":")
                || text.equals(text.toUpperCase(Locale.ROOT))
                || text.matches(".*\\s\\d{1,2}:?$");
    }

    /** The label that waits for its answer, for a field that follows; it waits no longer. */
    String takePending() {
        endAnswer();
        Pending waiting = pending;
        pending = null;
        return waiting == null ? "" : waiting.label();
    }

    /** Ends what is under way: a label that waited in vain has a blank answer. */
    void close() {
        endAnswer();
        Pending waiting = pending;
        pending = null;
        if (waiting != null) {
            marks.answer(waiting.meaning(), waiting.label(), marks.span("", Place.NOWHERE, Method.LABEL));
        }
    }

    private void endAnswer() {
        Pending asked = open;
        open = null;
        if (asked != null) {
            Span first = answer.get(0);
            String text = String.join("\n", answer.stream().map(Span::text).toList());
            Method method = first.method() == Method.TABLE ? Method.TABLE : first.method();
            marks.answer(asked.meaning(), asked.label(), first.withText(text).withMethod(method));
            answer.clear();
        }
    }

    private List<Pair> pairs(String line) {
        List<Pair> pairs = new ArrayList<>();
        if (line.length() > LONGEST_LINE) {
            return pairs;
        }
        int labelFrom = 0;
        int colon = nextColon(line, 0);
        if (colon < 0) {
            return gap(line);
        }
        Meaning first = labels.label(line.substring(0, colon));
        if (first.isNone() || first.certainty() < (inLongAnswer ? SURE : LIKELY)) {
            return List.of();
        }
        Meaning meaning = first;
        while (true) {
            String label = line.substring(labelFrom, colon).strip();
            int next = meaning.isLong() ? -1 : nextColon(line, colon + 1);
            int nextLabel = next < 0 ? -1 : labelBefore(line, colon + 1, next);
            while (next >= 0 && nextLabel < 0) {
                next = nextColon(line, next + 1);
                nextLabel = next < 0 ? -1 : labelBefore(line, colon + 1, next);
            }
            String value = line.substring(colon + 1, nextLabel < 0 ? line.length() : nextLabel);
            pairs.add(new Pair(meaning, label, value.strip().replaceAll("\\s*[,;|]$", "")));
            if (nextLabel < 0) {
                return pairs;
            }
            labelFrom = nextLabel;
            colon = next;
            meaning = labels.label(line.substring(labelFrom, colon));
        }
    }

    /** {@code Name    Dale Winterburn    DOB    1/2/1990}, laid out with blanks. */
    private List<Pair> gap(String line) {
        String[] parts = line.split("\\s{2,}|\\t+", -1);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < parts.length; i += 2) {
            Meaning meaning = labels.label(parts[i]);
            if (meaning.isNone() || meaning.certainty() < SURE) {
                return List.of();
            }
            pairs.add(new Pair(meaning, parts[i], parts[i + 1]));
        }
        return parts.length % 2 == 0 ? pairs : List.of();
    }

    private static int nextColon(String line, int from) {
        int at = line.indexOf(':', from);
        while (at >= 0) {
            boolean time = at > 0
                    && at + 1 < line.length()
                    && Character.isDigit(line.charAt(at - 1))
                    && Character.isDigit(line.charAt(at + 1));
            if (!time && !line.startsWith("://", at)) {
                return at;
            }
            at = line.indexOf(':', at + 1);
        }
        return -1;
    }

    /** Where the longest label that ends before the colon begins; -1 where none does. */
    private int labelBefore(String line, int from, int colon) {
        int best = -1;
        int words = 0;
        for (int i = colon - 1; i > from && words < LONGEST_LABEL; i--) {
            boolean start = !Character.isWhitespace(line.charAt(i)) && Character.isWhitespace(line.charAt(i - 1));
            if (start) {
                words++;
                Meaning meaning = labels.label(line.substring(i, colon));
                best = !meaning.isNone() && meaning.certainty() >= SURE ? i : best;
            }
        }
        return best;
    }
}
