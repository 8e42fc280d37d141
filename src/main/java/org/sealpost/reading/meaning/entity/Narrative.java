package org.sealpost.reading.meaning.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sealpost.reading.meaning.layout.Span;

/**
 * Gathers the narrative, verbatim: what stands under a label that asks for it, and the running text of parts that are no
 * form at all. Where a form has no such label, its longest paragraph serves. For one thread.
 */
final class Narrative {
    private static final Pattern COVER_NOTE = Pattern.compile(
            "(?is).*\\b(?:please find|find attached|see attached|attached (?:is|are|form|please)|is attached|are attached|i attach|i enclose|as attached|form attached)\\b.*");
    private static final Pattern INSTRUCTION = Pattern.compile(
            "(?is).*\\b(?:999|101|this form|please|must|do not use|should be (?:completed|sent|used)|data protection|gdpr|return (?:this|the|to)|official|confidential|version \\d|complete all|not a referral|mandatory)\\b.*");
    private static final Pattern GREETING = Pattern.compile(
            "(?i)^(?:hi|hello|dear|good (?:morning|afternoon|evening)|hiya|to whom)\\b.{0,40}$|^(?:hi|hello)$");
    private static final Pattern FAREWELL = Pattern.compile(
            "(?i)^(?:kind(?:est)? regards|regards|many thanks|thanks|thank you|best wishes|yours (?:sincerely|faithfully)|best|warm regards|cheers|sent from my .*|--|_{5,}|-{5,})[\\s,.!]*.{0,20}$");
    private static final int FEWEST_WORDS = 8;
    private static final int FORM_ANSWERS = 3;

    private final List<Span> told = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private Part part = new Part();

    /** What one part says outside its labels. */
    private static final class Part {
        final List<List<Span>> paragraphs = new ArrayList<>(List.of(new ArrayList<>()));
        int answers;
    }

    void beginPart() {
        part = new Part();
        parts.add(part);
    }

    void answered() {
        part.answers++;
    }

    /** Under a label that asks for it. */
    void tell(Span span) {
        told.add(span);
    }

    /** Under no label. */
    void loose(Span span) {
        part.paragraphs.get(part.paragraphs.size() - 1).add(span);
    }

    void gap() {
        if (!part.paragraphs.get(part.paragraphs.size() - 1).isEmpty()) {
            part.paragraphs.add(new ArrayList<>());
        }
    }

    /** All of it; empty where nothing is told. */
    List<Span> all() {
        List<Span> all = new ArrayList<>(told);
        for (Part p : parts) {
            if (p.answers < FORM_ANSWERS) {
                List<Span> letter = letter(p);
                String text = text(letter);
                int words = text.split("\\s+", -1).length;
                boolean note = COVER_NOTE.matcher(text).matches() && words < 40;
                if (words >= FEWEST_WORDS && !note || (all.isEmpty() && parts.size() == 1 && words >= 3)) {
                    all.addAll(letter);
                }
            }
        }
        return all.isEmpty() ? longestParagraph() : all;
    }

    private static List<Span> letter(Part p) {
        List<Span> body = new ArrayList<>();
        for (List<Span> paragraph : p.paragraphs) {
            for (Span line : paragraph) {
                String text = line.text().strip();
                if (FAREWELL.matcher(text).matches()) {
                    return body;
                }
                if (!GREETING.matcher(text).matches()) {
                    body.add(line);
                }
            }
        }
        return body;
    }

    private List<Span> longestParagraph() {
        List<Span> longest = List.of();
        for (Part p : parts) {
            for (List<Span> paragraph : p.paragraphs) {
                String text = text(paragraph);
                boolean tells = text.split("\\s+", -1).length >= FEWEST_WORDS
                        && !INSTRUCTION.matcher(text).matches();
                if (tells && text.length() > text(longest).length()) {
                    longest = paragraph;
                }
            }
        }
        return longest;
    }

    static String text(List<Span> spans) {
        return String.join("\n", spans.stream().map(Span::text).toList());
    }
}
