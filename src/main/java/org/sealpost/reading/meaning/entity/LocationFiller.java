package org.sealpost.reading.meaning.entity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sealpost.reading.meaning.layout.Span;
import org.sealpost.reading.meaning.value.Postcodes;
import org.sealpost.reading.meaning.vocabulary.Attribute;

/** Puts answers about a place where they belong. */
final class LocationFiller {
    /** Wrapped in its cell. */
    private static final Pattern BROKEN_POSTCODE =
            Pattern.compile("\\b([A-Z]{1,2}\\d[A-Z\\d]?),?[ \\t]*\\n\\s*(\\d[A-Z]{2})\\b");

    private LocationFiller() {}

    static void fill(Entity location, Attribute attribute, String label, Span span, double certainty) {
        switch (attribute) {
            case ADDRESS, LOCATION, NAME -> address(location, span, certainty);
            case POSTCODE -> {
                Optional<Postcodes.Found> postcode = Postcodes.first(span.text());
                if (postcode.isPresent()) {
                    Value value = Value.of(
                            postcode.get().postcode(),
                            span.withText(postcode.get().text()),
                            certainty);
                    location.replace("postcode", List.of(value));
                } else {
                    describe(location, label, span, certainty);
                }
            }
            case LOCATION_DESCRIPTION, DESCRIPTION -> describe(location, "", span, certainty);
            default -> describe(location, label, span, certainty);
        }
    }

    /** One line, as written; several boxes of one address are its lines. */
    static void address(Entity location, Span span, double certainty) {
        String whole = BROKEN_POSTCODE.matcher(span.text()).replaceAll("$1 $2");
        String line = whole.lines()
                .map(l -> l.strip().replaceAll(",$", "").strip())
                .filter(l -> !l.isEmpty())
                .collect(Collectors.joining(", "))
                .replaceAll("[ \\t]+", " ");
        location.append("address", ", ", Value.of(line, span, certainty));
        Postcodes.first(whole).ifPresent(p -> {
            location.set("postcode", Value.of(p.postcode(), span.part(p.text()), certainty));
        });
    }

    private static void describe(Entity location, String label, Span span, double certainty) {
        String heading = label.isBlank() ? "" : label.strip().replaceAll("[\\s:]+$", "") + ": ";
        location.append(
                "locationDescription", "; ", Value.of(heading + span.text().strip(), span, certainty));
    }
}
