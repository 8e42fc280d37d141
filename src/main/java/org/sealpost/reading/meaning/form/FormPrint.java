package org.sealpost.reading.meaning.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.meaning.label.KnownLabels;

/**
 * What a document shows of the form it is: the names of its fields and the texts that may be printed on it. An answer may
 * be among the texts; it matches nothing. Immutable.
 */
final class FormPrint {
    private static final int LONGEST_LABEL = 160;

    /** A text that may be a label, and whether it stands as a heading. */
    record Text(String text, boolean heading) {}

    private final List<Element.Field> fields = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, Text> texts = new LinkedHashMap<>();

    FormPrint(Document document) {
        document.elements().forEach(this::take);
    }

    private void take(Element element) {
        if (element instanceof Element.Heading heading) {
            text(heading.text(), true);
        } else if (element instanceof Element.Line line) {
            text(line.text(), false);
        } else if (element instanceof Element.Field field) {
            field(field);
        } else if (element instanceof Element.Table table) {
            table.rows().forEach(row -> row.cells().forEach(this::cell));
        }
    }

    private void cell(Element.Cell cell) {
        cell.text().lines().forEach(line -> text(line, false));
        text(cell.text(), false);
        cell.fields().forEach(this::field);
    }

    private void field(Element.Field field) {
        if (field.method() != Method.SENDER) {
            fields.add(field);
            names.add(field.name());
            text(field.label(), false);
            text(field.nearby(), false);
        }
    }

    /** The text, and what stands before a colon in it. */
    private void text(String text, boolean heading) {
        int colon = text.indexOf(':');
        if (colon > 0) {
            keep(text.substring(0, colon), heading);
        }
        keep(text, heading);
    }

    private void keep(String text, boolean heading) {
        String key = text.length() > LONGEST_LABEL ? "" : KnownLabels.key(text);
        if (!key.isEmpty()) {
            texts.putIfAbsent(key, new Text(text.strip(), heading));
        }
    }

    boolean hasField(String name) {
        return names.contains(name);
    }

    boolean hasText(String label) {
        return texts.containsKey(KnownLabels.key(label));
    }

    /** In reading order. */
    List<Element.Field> fields() {
        return Collections.unmodifiableList(fields);
    }

    /** In reading order, each once. */
    List<Text> texts() {
        return List.copyOf(texts.values());
    }
}
