package org.sealpost.reading.meaning.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.meaning.label.Attribute;
import org.sealpost.reading.meaning.label.LabelMatcher;
import org.sealpost.reading.meaning.label.Meaning;
import org.sealpost.reading.meaning.label.Role;

/** Form fields: what is printed says what is asked, the field's own name says of whom. For one document and thread. */
final class FieldReader {
    private static final double LIKELY = 0.6;
    private static final Set<Attribute> IDENTIFYING = Set.of(
            Attribute.NAME,
            Attribute.SURNAME,
            Attribute.FORENAME,
            Attribute.DATE_OF_BIRTH,
            Attribute.REGISTRATION_MARK);

    private final LabelMatcher labels;
    private final Marks marks;
    private final Set<Role> numbered = new HashSet<>();

    FieldReader(LabelMatcher labels, Marks marks, Document document) {
        this.labels = labels;
        this.marks = marks;
        document.elements().stream().flatMap(FieldReader::fields).forEach(this::noteNumber);
    }

    private static Stream<Element.Field> fields(Element element) {
        if (element instanceof Element.Field field) {
            return Stream.of(field);
        }
        return element instanceof Element.Table table
                ? table.rows().stream().flatMap(r -> r.cells().stream()).flatMap(c -> c.fields().stream())
                : Stream.empty();
    }

    /** {@code suspect_name_2} makes {@code suspect_address_2} the second one's; without it that is a second line. */
    private void noteNumber(Element.Field field) {
        Meaning meaning = labels.fieldName(field.name());
        if (meaning.role() != null
                && meaning.number() > 1
                && meaning.attributes().stream().anyMatch(IDENTIFYING::contains)) {
            numbered.add(meaning.role());
        }
    }

    /** @param context the printed label beside the field, where the layout tells it */
    void read(Element.Field field, String context) {
        if (field.method() == Method.SENDER) {
            marks.add(new Mark.Sender(field.name(), marks.span(field.value(), field.place(), Method.SENDER)));
            return;
        }
        Meaning meaning = meaning(field, context);
        if (field.kind() == Element.Kind.TICK) {
            boolean on = field.value().equals("true");
            String label = first(field.label(), field.nearby(), context, field.name());
            String question = label.equals(context) ? "" : context;
            marks.add(new Mark.Tick(meaning, question, marks.span(label, field.place(), field.method()), on));
        } else {
            String label = first(field.label(), context, field.nearby(), field.name());
            marks.answer(meaning, label, marks.span(field.value(), field.place(), field.method()));
        }
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isBlank()) {
                return text.strip();
            }
        }
        return "";
    }

    private Meaning meaning(Element.Field field, String context) {
        return labels.knownField(field.name()).orElseGet(() -> guessed(field, context));
    }

    private Meaning guessed(Element.Field field, String context) {
        Meaning name = labels.fieldName(field.name());
        List<Meaning> printed =
                List.of(labels.label(field.label()), labels.label(context), labels.label(field.nearby()));
        Meaning asked = Stream.concat(printed.stream(), Stream.of(name))
                .filter(m -> m.asks() && m.certainty() >= LIKELY)
                .max(java.util.Comparator.comparingDouble(m -> m.certainty() + (m == name ? -0.2 : 0)))
                .orElse(Meaning.NONE);
        @Nullable Role role = Stream.concat(Stream.of(asked, name), printed.stream())
                .filter(m -> m.role() != null && m.certainty() >= LIKELY)
                .map(Meaning::role)
                .findFirst()
                .orElse(null);
        int number = role != null && numbered.contains(role) ? Math.max(1, number(name, printed)) : 0;
        return new Meaning(role, asked.attributes(), number, asked.certainty());
    }

    private static int number(Meaning name, List<Meaning> printed) {
        return Stream.concat(Stream.of(name), printed.stream())
                .mapToInt(Meaning::number)
                .filter(n -> n > 0)
                .findFirst()
                .orElse(0);
    }
}
