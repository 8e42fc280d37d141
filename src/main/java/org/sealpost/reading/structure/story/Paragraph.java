package org.sealpost.reading.structure.story;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Heading;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Element.Line;
import org.sealpost.reading.document.Place;

/**
 * One paragraph while it is laid: text and, where they stand among it, fields. A field is told with the text printed
 * beside it: an answer with what stands before it, a tick box with what stands behind it or, in a row of boxes that ends
 * with a box, before. Text told so is not told again as a line.
 */
public final class Paragraph {
    private final List<Object> pieces = new ArrayList<>();
    private boolean boldSeen;
    private boolean plainSeen;

    public void text(String more, boolean bold) {
        if (!more.isBlank()) {
            boldSeen |= bold;
            plainSeen |= !bold;
        }
        if (!pieces.isEmpty() && pieces.get(pieces.size() - 1) instanceof StringBuilder last) {
            last.append(more);
        } else {
            pieces.add(new StringBuilder(more));
        }
    }

    void field(Field field) {
        pieces.add(field);
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** @param heading whether its style says that it is one; a paragraph all in bold is one too */
    public List<Element> elements(boolean heading) {
        List<Element> elements = new ArrayList<>();
        boolean title = heading || boldSeen && !plainSeen;
        boolean fields = pieces.stream().anyMatch(Field.class::isInstance);
        for (List<Object> line : lines()) {
            if (line.stream().anyMatch(Field.class::isInstance)) {
                withFields(line, elements);
            } else {
                String text = line.isEmpty() ? "" : line.get(0).toString().stripTrailing();
                boolean shown = !text.isBlank();
                if (shown && title && !fields) {
                    elements.add(new Heading(text.strip(), Place.NOWHERE));
                } else if (shown || !fields) {
                    elements.add(new Line(text, Place.NOWHERE));
                }
            }
        }
        return elements;
    }

    /** Parted at its line breaks; in a line texts and fields in their order, no two texts together. */
    private List<List<Object>> lines() {
        List<List<Object>> lines = new ArrayList<>();
        List<Object> line = new ArrayList<>();
        for (Object piece : pieces) {
            if (piece instanceof Field) {
                line.add(piece);
                continue;
            }
            String[] texts = piece.toString().split("\\R", -1);
            for (int i = 0; i < texts.length; i++) {
                if (i > 0) {
                    lines.add(line);
                    line = new ArrayList<>();
                }
                if (!texts[i].isEmpty()) {
                    line.add(texts[i]);
                }
            }
        }
        lines.add(line);
        return lines;
    }

    private static void withFields(List<Object> line, List<Element> into) {
        List<String> texts = new ArrayList<>(List.of(""));
        List<Field> fields = new ArrayList<>();
        for (Object piece : line) {
            if (piece instanceof Field field) {
                fields.add(field);
                texts.add("");
            } else {
                texts.set(texts.size() - 1, piece.toString().strip());
            }
        }
        boolean before = !texts.get(0).isEmpty() && texts.get(fields.size()).isEmpty();
        if (before && fields.get(0).kind() == Kind.TICK) {
            askedFirst(texts, into);
        }
        boolean[] told = new boolean[texts.size()];
        for (int i = 0; i < fields.size(); i++) {
            boolean behind = fields.get(i).kind() == Kind.TICK
                    && !before
                    && !texts.get(i + 1).isEmpty();
            told[behind ? i + 1 : i] = true;
        }
        for (int i = 0; i < texts.size(); i++) {
            if (!told[i] && !texts.get(i).isEmpty()) {
                into.add(new Line(texts.get(i), Place.NOWHERE));
            }
            if (i < fields.size()) {
                Field field = fields.get(i);
                boolean behind = field.kind() == Kind.TICK
                        && !before
                        && !texts.get(i + 1).isEmpty();
                into.add(field.beside(texts.get(behind ? i + 1 : i)));
            }
        }
    }

    /** {@code Gender: Male [] Female []}: the question is no part of the first box's text. */
    private static void askedFirst(List<String> texts, List<Element> into) {
        String first = texts.get(0);
        int colon = Math.max(first.lastIndexOf(':'), first.lastIndexOf('?'));
        if (colon > 0 && colon < first.length() - 1) {
            into.add(new Line(first.substring(0, colon + 1), Place.NOWHERE));
            texts.set(0, first.substring(colon + 1).strip());
        }
    }
}
