package org.sealpost.reading.meaning.layout;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.meaning.label.Meaning;
import org.sealpost.reading.meaning.vocabulary.Attribute;

/** Collects the marks of one document. For one thread. */
final class Marks {
    private final List<Mark> marks = new ArrayList<>();
    private final int document;
    private String heading = "";

    Marks(int document) {
        this.document = document;
    }

    Span span(String text, Place place, Method method) {
        return new Span(text, document, place, place.recognised() ? Method.OCR : method);
    }

    /** The text of the last heading, empty before the first. */
    String heading() {
        return heading;
    }

    void add(Mark mark) {
        if (mark instanceof Mark.Section section) {
            heading = section.text();
        }
        marks.add(mark);
    }

    /** An answer to a label; boxes ticked in plain text become what they stand for. */
    void answer(Meaning meaning, String label, Span value) {
        Meaning asked = asking(meaning);
        List<Ticks.Box> boxes = Ticks.of(value.text());
        if (boxes.isEmpty()) {
            marks.add(new Mark.Answer(asked, label, value));
        } else {
            boxes.forEach(b -> marks.add(new Mark.Tick(asked, label, value.withText(b.label()), b.on())));
        }
    }

    /** "Suspect" beside an answer asks for a name, "Vehicle" for everything about one. */
    private static Meaning asking(Meaning meaning) {
        if (!meaning.isSection() || meaning.role() == null) {
            return meaning;
        }
        Attribute attribute =
                switch (meaning.role()) {
                    case VEHICLE -> Attribute.VEHICLE;
                    case LOCATION -> Attribute.LOCATION;
                    default -> Attribute.NAME;
                };
        return new Meaning(meaning.role(), List.of(attribute), meaning.number(), meaning.certainty());
    }

    List<Mark> list() {
        return List.copyOf(marks);
    }
}
