package org.sealpost.reading.meaning.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.meaning.label.LabelMatcher;
import org.sealpost.reading.meaning.label.Meaning;
import org.sealpost.reading.meaning.vocabulary.Attribute;
import org.sealpost.reading.meaning.vocabulary.Role;

/** Form fields: what is printed says what is asked, the field's own name says of whom. For one document and thread. */
final class FieldReader {
    private static final Set<Attribute> IDENTIFYING = Set.of(
            Attribute.NAME,
            Attribute.SURNAME,
            Attribute.FORENAME,
            Attribute.DATE_OF_BIRTH,
            Attribute.REGISTRATION_MARK);

    private final LabelMatcher labels;
    private final Marks marks;
    private final Set<Role> numbered = new HashSet<>();
    private String groupName = "";
    private String groupQuestion = "";

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

    /** A field in the column of a grid: the row says of whom it speaks, and not the number in the field's name. */
    void readInColumn(Element.Field field, String header) {
        read(field, header, false);
    }

    /** @param context the printed label beside the field, where the layout tells it */
    void read(Element.Field field, String context) {
        read(field, context, true);
    }

    private void read(Element.Field field, String context, boolean byNumber) {
        if (field.method() == Method.SENDER) {
            marks.add(new Mark.Sender(field.name(), marks.span(field.value(), field.place(), Method.SENDER)));
            return;
        }
        List<FieldLabel> printed = Stream.of(field.label(), context, field.nearby())
                .map(t -> FieldLabel.of(t, marks.heading(), labels))
                .toList();
        Meaning understood =
                meaning(field, printed.stream().map(FieldLabel::meaning).toList());
        Meaning meaning = byNumber ? understood : understood.withNumber(0);
        if (field.kind() == Element.Kind.TICK) {
            boolean on = field.value().equals("true");
            String label = first(field.label(), field.nearby(), context, field.name());
            String question = question(field, label.equals(context) ? "" : context);
            Meaning asked = labels.label(question);
            boolean part = asked.attributes().contains(Attribute.INVOLVEMENT);
            marks.add(new Mark.Tick(
                    part ? asked : meaning, question, marks.span(label, field.place(), field.method()), on));
        } else {
            String label = first(
                    printed.get(0).text(), printed.get(1).text(), printed.get(2).text(), field.name());
            marks.answer(meaning, label, marks.span(field.value(), field.place(), field.method()));
        }
    }

    /** What is printed before the first of several boxes of one name is asked by all of them. */
    private String question(Element.Field field, String context) {
        if (!context.isEmpty() || !field.name().equals(groupName)) {
            groupQuestion = context;
        }
        groupName = field.name();
        return groupQuestion;
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isBlank()) {
                return text.strip();
            }
        }
        return "";
    }

    private Meaning meaning(Element.Field field, List<Meaning> printed) {
        return labels.knownField(field.name()).orElseGet(() -> guessed(field, printed));
    }

    private Meaning guessed(Element.Field field, List<Meaning> printed) {
        Meaning name = labels.fieldName(field.name());
        Meaning asked = Stream.concat(printed.stream(), Stream.of(name))
                .filter(m -> m.asks() && m.certainty() >= Certainty.PLACED)
                .max(java.util.Comparator.comparingDouble(m -> m.certainty() + (m == name ? -0.2 : 0)))
                .orElse(Meaning.NONE);
        @Nullable Role role = Stream.concat(Stream.of(asked, name), printed.stream())
                .filter(m -> m.role() != null && m.certainty() >= Certainty.PLACED)
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
