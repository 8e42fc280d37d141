package org.sealpost.reading.meaning.entity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.meaning.layout.Span;
import org.sealpost.reading.meaning.value.PlateShapes;
import org.sealpost.reading.meaning.value.Plates;
import org.sealpost.reading.meaning.value.VehicleWords;
import org.sealpost.reading.meaning.vocabulary.Attribute;

/** Puts answers about a vehicle where they belong. */
final class VehicleFiller {

    private final Expertise expertise;

    VehicleFiller(Expertise expertise) {
        this.expertise = expertise;
    }

    void fill(Entity vehicle, Attribute attribute, String label, Span span, double certainty) {
        switch (attribute) {
            case REGISTRATION_MARK -> mark(vehicle, span, certainty);
            case MAKE -> part(vehicle, "make", span.text(), span, certainty);
            case MODEL -> part(vehicle, "model", span.text(), span, certainty);
            case COLOUR -> part(vehicle, "colour", span.text(), span, certainty);
            case VEHICLE -> box(vehicle, span, certainty);
            case VEHICLE_MARKS, DESCRIPTION -> describe(vehicle, label, span, certainty);
            default -> describe(vehicle, label, span, certainty);
        }
    }

    /** The first mark in the box, and which it may be as well; what is none stays as it was written. */
    private static void mark(Entity vehicle, Span span, double certainty) {
        List<Plates.Found> found = Plates.ofBox(span.unwrapped());
        if (!found.isEmpty()) {
            Value mark = mark(found.get(0), span, certainty);
            List<String> others = new ArrayList<>(mark.alternatives());
            found.stream().skip(1).map(Plates.Found::mark).distinct().forEach(others::add);
            vehicle.set("registrationMark", mark.orElse(others));
        }
        vehicle.set("registrationMarkAsWritten", Value.of(span.text().strip(), span, certainty));
    }

    private static Value mark(Plates.Found found, Span span, double certainty) {
        Span exact = span.part(found.text());
        if (span.method() != Method.OCR) {
            return Value.of(found.mark(), exact, certainty);
        }
        PlateShapes.Recognised recognised = PlateShapes.recognised(found.mark());
        return Value.of(recognised.mark(), exact, certainty).orElse(recognised.alternatives());
    }

    void makeAndModel(Entity vehicle, Span span, double certainty) {
        VehicleWords.Parts parts = expertise.vehicles().makeAndModel(span.unwrapped());
        parts(vehicle, parts, span, certainty);
        boolean left = parts.model() == null
                && parts.make() != null
                && span.text().strip().length() > parts.make().length() + 1;
        if (left && parts.colour() == null) {
            describe(vehicle, "", span, certainty);
        }
    }

    private static void parts(Entity vehicle, VehicleWords.Parts parts, Span span, double certainty) {
        part(vehicle, "colour", parts.colour(), span, certainty);
        part(vehicle, "make", parts.make(), span, certainty);
        part(vehicle, "model", parts.model(), span, certainty);
    }

    private static void part(Entity vehicle, String attribute, @Nullable String text, Span span, double certainty) {
        if (text != null && !text.isBlank()) {
            String word = text.strip();
            vehicle.set(attribute, Value.of(word, span.part(word), certainty));
        }
    }

    /** Everything about a vehicle in one box: what is clear is taken out, the whole stays as its description. */
    void box(Entity vehicle, Span span, double certainty) {
        String text = span.unwrapped();
        List<Plates.Found> marks = span.method() == Method.OCR ? PlateShapes.inText(text) : Plates.clear(text);
        if (marks.isEmpty()) {
            marks = Plates.partial(text);
        }
        if (!marks.isEmpty()) {
            Span exact = span.part(marks.get(0).text());
            vehicle.set("registrationMark", mark(marks.get(0), span, certainty));
            vehicle.set("registrationMarkAsWritten", Value.of(marks.get(0).text(), exact, certainty));
            text = text.replace(marks.get(0).text(), " ")
                    .replaceAll(
                            "(?i)[,;(]?\\s*\\b(?:part(?:ial)?\\s+)?(?:reg(?:istration)?|vrm|vrn|index|plate)\\b[.:)]?\\s*(?:no|number|mark)?\\b[.:]?",
                            " ")
                    .strip();
        }
        parts(vehicle, expertise.vehicles().anywhere(text.replaceAll("[\\s,;()]+$", "")), span, certainty * 0.9);
        describe(vehicle, "", span, certainty);
    }

    private static void describe(Entity vehicle, String label, Span span, double certainty) {
        boolean plain =
                label.isBlank() || label.toLowerCase(java.util.Locale.ROOT).contains("descri");
        String heading = plain ? "" : label.strip().replaceAll("[\\s:]+$", "") + ": ";
        vehicle.append(
                "vehicleDescription", "; ", Value.of(heading + span.text().strip(), span, certainty));
    }
}
