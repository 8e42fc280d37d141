package org.sealpost.reading.meaning.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.meaning.layout.Span;
import org.sealpost.reading.meaning.value.Plates;
import org.sealpost.reading.meaning.value.Postcodes;
import org.sealpost.reading.meaning.value.Telephones;
import org.sealpost.reading.meaning.vocabulary.Role;

/**
 * Takes from running text only what is sure: a registration mark beside a word for a vehicle, a telephone number, a
 * postcode. It names nobody: a number belongs to a person of whom nothing else is known.
 */
final class ProseMiner {
    private static final Pattern CUE = Pattern.compile(
            "(?i)\\b(?:reg|registration|vrm|vrn|index|plate|plates|number ?plate|car|van|vehicle|taxi|driving|drives|driver|drove|bike|motorbike|lorry|truck|hatchback|saloon|estate|minicab|cab)\\b");
    /** More lines than any form has: beyond them nothing is mined, and the text stands in the narrative all the same. */
    private static final int MOST_LINES = 5_000;

    /** A longer line is no sentence of a person; to look for telephone numbers in a megabyte takes many seconds. */
    private static final int LONGEST_LINE = 20_000;

    private static final int NEAR = 60;

    private final Expertise expertise;
    private final Understood understood;

    ProseMiner(Expertise expertise, Understood understood) {
        this.expertise = expertise;
        this.understood = understood;
    }

    void mine(List<Span> spans) {
        Set<String> marks = known(understood.of(Role.VEHICLE).stream(), "registrationMark");
        Set<String> numbers = known(people().flatMap(p -> p.related("telephone").stream()), "e164");
        Set<String> postcodes = known(
                Stream.concat(
                        people().flatMap(p -> p.related("address").stream()), understood.of(Role.LOCATION).stream()),
                "postcode");
        for (Span span : spans.subList(0, Math.min(spans.size(), MOST_LINES))) {
            if (span.text().length() > LONGEST_LINE) {
                continue;
            }
            Span prose = span.withMethod(Method.PROSE);
            marks(prose, marks);
            for (Telephones.Found found : Telephones.all(span.text())) {
                if (numbers.add(found.e164())) {
                    PersonFiller.addTelephone(understood.add(Role.OTHER_PERSON), found, prose, 1);
                }
            }
            Postcodes.first(span.text())
                    .filter(p -> postcodes.add(p.postcode()))
                    .ifPresent(p -> {
                        Value value = Value.of(p.postcode(), prose.withText(p.text()), 1);
                        understood.add(Role.LOCATION).set("postcode", value);
                    });
        }
    }

    private Stream<Entity> people() {
        return Stream.of(Role.values()).filter(Role::isPerson).flatMap(r -> understood.of(r).stream());
    }

    private static Set<String> known(Stream<Entity> entities, String attribute) {
        Set<String> known = new HashSet<>();
        entities.flatMap(e -> e.all(attribute).stream()).forEach(v -> known.add(v.text()));
        return known;
    }

    private void marks(Span prose, Set<String> known) {
        String text = prose.text();
        for (Plates.Found found : Plates.clear(text)) {
            int at = text.indexOf(found.text());
            boolean capitals = found.text().equals(found.text().toUpperCase(Locale.ROOT));
            String before = text.substring(Math.max(0, at - NEAR), at);
            int end = at + found.text().length();
            String after = text.substring(end, Math.min(text.length(), end + NEAR / 2));
            boolean cued = CUE.matcher(before).find()
                    || CUE.matcher(after).find()
                    || expertise.vehicles().anywhere(before).make() != null;
            boolean fits = known.stream().anyMatch(k -> fits(k, found.mark()));
            if (capitals && cued && !fits) {
                known.add(found.mark());
                vehicle(prose, found);
            }
        }
    }

    private void vehicle(Span prose, Plates.Found found) {
        Entity vehicle = understood.add(Role.VEHICLE);
        vehicle.set("registrationMark", Value.of(found.mark(), prose.withText(found.text()), 1));
        vehicle.set("registrationMarkAsWritten", Value.of(found.text(), prose.withText(found.text()), 1));
    }

    /** A partial mark on the form and the whole one in the text are one vehicle. */
    private static boolean fits(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        for (int i = 0; i < a.length(); i++) {
            if (a.charAt(i) != b.charAt(i) && a.charAt(i) != '?' && b.charAt(i) != '?') {
                return false;
            }
        }
        return true;
    }
}
