package org.sealpost.reading.meaning.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.meaning.label.LabelMatcher;
import org.sealpost.reading.meaning.label.Meaning;
import org.sealpost.reading.meaning.layout.LinePairs.Pair;
import org.sealpost.reading.meaning.vocabulary.Attribute;
import org.sealpost.reading.meaning.vocabulary.Role;

/** Running lines: {@code LABEL: answer}, a label above its answer, headings, ticks, prose. For one document and thread. */
final class LineReader {
    private static final int LONGEST_HEADING = 50;

    private final LabelMatcher labels;
    private final LinePairs pairs;
    private final Marks marks;
    private boolean inLongAnswer;
    private @Nullable Role section;
    private @Nullable Waiting pending;
    private @Nullable Waiting open;
    private final List<Span> answer = new ArrayList<>();
    /** What stands alone after a gap: the answer that is waited for, or, where a label follows at once, a heading. */
    private @Nullable Span alone;

    private boolean afterGap = true;

    LineReader(LabelMatcher labels, Marks marks) {
        this.labels = labels;
        this.pairs = new LinePairs(labels);
        this.marks = marks;
    }

    void heading(String text, Place place, Method method) {
        close();
        Meaning meaning = labels.heading(text);
        if (pairs(text).stream().anyMatch(p -> !p.value().isBlank())) {
            line(text, place, method);
        } else if (meaning.certainty() >= Certainty.LIKELY) {
            title(meaning, text, text.endsWith(":"));
        } else {
            inLongAnswer = false;
            marks.add(new Mark.Section(Meaning.NONE, text));
        }
    }

    private void title(Meaning meaning, String text, boolean colon) {
        inLongAnswer = meaning.isLong();
        if (meaning.number() == 0 && Waiting.asksForName(meaning, labels.label(text), colon, section)) {
            pending = new Waiting(labels.label(text), text, meaning);
        } else if (meaning.isSection() || meaning.isLong()) {
            section(meaning, text);
        } else {
            pending = new Waiting(meaning, text, null);
        }
    }

    private void section(Meaning meaning, String text) {
        section = meaning.role();
        marks.add(new Mark.Section(meaning, text));
    }

    void line(String raw, Place place, Method method) {
        String text = raw.strip();
        if (text.isEmpty()) {
            wasNoHeading();
            endAnswer();
            marks.add(new Mark.Gap());
            afterGap = true;
            return;
        }
        List<Ticks.Box> boxes = Ticks.of(text);
        List<Pair> found = boxes.isEmpty() ? pairs(text) : List.of();
        Meaning whole = labels.heading(text);
        if (found.isEmpty()) {
            wasNoHeading();
        } else {
            wasHeading();
        }
        if (!boxes.isEmpty()) {
            ticks(text, boxes, place, method);
        } else if (!found.isEmpty()) {
            close();
            found.forEach(p -> pair(p, place, method));
        } else if (whole.certainty() >= Certainty.SURE && standsAlone(text) && !isPost(whole)) {
            close();
            title(whole, text, text.endsWith(":"));
        } else if (afterGap && !inLongAnswer && mayHead(text)) {
            alone = marks.span(text, place, method);
        } else {
            prose(marks.span(text, place, method));
        }
        afterGap = false;
    }

    private static boolean mayHead(String text) {
        return text.length() <= LONGEST_HEADING
                && Character.isUpperCase(text.codePointAt(0))
                && text.chars().noneMatch(Character::isDigit)
                && !Sentences.isSentence(text)
                && !text.matches(".*[.!?,;]");
    }

    private void wasHeading() {
        Span heading = alone;
        alone = null;
        if (heading != null) {
            close();
            marks.add(new Mark.Prose(heading));
            marks.add(new Mark.Section(Meaning.NONE, heading.text()));
        }
    }

    private void wasNoHeading() {
        Span line = alone;
        alone = null;
        if (line != null) {
            prose(line);
        }
    }

    /** The pairs of a line, unless a sentence goes on behind what looks like a label. */
    private List<Pair> pairs(String text) {
        List<Pair> found = pairs.of(text, inLongAnswer ? Certainty.SURE : Certainty.LIKELY);
        return found.stream().anyMatch(this::isProse) ? List.of() : found;
    }

    private boolean isProse(Pair pair) {
        Meaning meaning = pair.meaning();
        if (meaning.isLong()) {
            return false;
        }
        boolean brief = !meaning.asks() || Waiting.isBrief(meaning.attributes().get(0));
        return inLongAnswer ? Sentences.continues(pair.value()) : brief && Sentences.isSentence(pair.value());
    }

    /** "Social worker" below the label of a post is the answer to it and begins nobody's section. */
    private boolean isPost(Meaning whole) {
        Waiting asked = pending;
        return asked != null
                && whole.number() == 0
                && (whole.role() == Role.OTHER_PERSON || whole.role() == Role.SUBMITTER)
                && asked.meaning().attributes().stream().anyMatch(Waiting::isPost);
    }

    private void ticks(String text, List<Ticks.Box> boxes, Place place, Method method) {
        String question = text.substring(0, boxes.get(0).from()).strip();
        Waiting asked = pending;
        Meaning meaning = question.isEmpty() && asked != null ? asked.meaning() : labels.label(question);
        String words = question.isEmpty() && asked != null ? asked.label() : question;
        boxes.forEach(b -> marks.add(new Mark.Tick(meaning, words, marks.span(b.label(), place, method), b.on())));
    }

    private void pair(Pair pair, Place place, Method method) {
        close();
        Meaning meaning = pair.meaning();
        if (pair.value().isBlank()) {
            Meaning heading = labels.heading(pair.label());
            title(heading.isNone() ? meaning : heading, pair.label(), true);
        } else if (meaning.isLong()) {
            section(meaning, pair.label());
            inLongAnswer = true;
            marks.add(new Mark.Prose(marks.span(pair.value(), place, method)));
        } else {
            inLongAnswer = false;
            open = new Waiting(meaning, pair.label(), null);
            answer.add(marks.span(pair.value(), place, method));
        }
    }

    private void prose(Span span) {
        Waiting waiting = pending;
        if (waiting != null && waiting.takes(span.text())) {
            open = waiting;
            pending = null;
            answer.add(span);
        } else if (waiting == null && open != null && runsOn(open.meaning())) {
            answer.add(span);
        } else {
            close();
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
        wasNoHeading();
        endAnswer();
        Waiting waiting = pending;
        pending = null;
        return waiting == null ? "" : waiting.label();
    }

    /** Ends what is under way: a label that waited in vain has a blank answer. */
    void close() {
        wasNoHeading();
        endAnswer();
        Waiting waiting = pending;
        pending = null;
        if (waiting != null && waiting.section() != null) {
            section(waiting.section(), waiting.label());
        } else if (waiting != null) {
            marks.answer(waiting.meaning(), waiting.label(), marks.span("", Place.NOWHERE, Method.LABEL));
        }
    }

    private void endAnswer() {
        Waiting asked = open;
        open = null;
        if (asked != null) {
            Span first = answer.get(0);
            String text = String.join("\n", answer.stream().map(Span::text).toList());
            marks.answer(asked.meaning(), asked.label(), first.withText(text));
            answer.clear();
        }
    }
}
