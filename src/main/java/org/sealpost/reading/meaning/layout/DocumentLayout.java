package org.sealpost.reading.meaning.layout;

import java.util.List;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.meaning.label.LabelMatcher;

/** Walks the elements of a document. Immutable, safe to share between threads. */
public final class DocumentLayout {
    private final LabelMatcher labels;

    public DocumentLayout(LabelMatcher labels) {
        this.labels = labels;
    }

    /** The marks of a document in reading order. */
    public List<Mark> marks(Document document, int index) {
        Marks marks = new Marks(index);
        LineReader lines = new LineReader(labels, marks);
        FieldReader fields = new FieldReader(labels, marks, document);
        TableReader tables = new TableReader(labels, marks, lines, fields, Method.TABLE);
        for (Element element : document.elements()) {
            if (element instanceof Element.Heading heading) {
                tables.interrupt();
                lines.heading(heading.text(), heading.place(), Method.LABEL);
            } else if (element instanceof Element.Line line) {
                if (!line.text().isBlank()) {
                    tables.interrupt();
                }
                lines.line(line.text(), line.place(), Method.LABEL);
            } else if (element instanceof Element.Field field) {
                tables.interrupt();
                fields.read(field, lines.takePending());
            } else if (element instanceof Element.Table table) {
                lines.close();
                tables.read(table);
            } else if (element instanceof Element.Aside aside) {
                marks.add(new Mark.Aside(
                        aside.label(), marks.span(aside.text(), aside.place(), aside.method()), aside.reason()));
            }
        }
        lines.close();
        return marks.list();
    }
}
