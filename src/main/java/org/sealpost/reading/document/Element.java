package org.sealpost.reading.document;

import java.util.List;

/**
 * One thing that stands in a document. A document is its elements in reading order; nothing stands in it twice, so the
 * text of a field that lies in a table's cell is that cell's field and not also its text.
 */
public sealed interface Element {
    Place place();

    /** A title or a section's heading, by its style, its look or because it stands alone in bold. */
    record Heading(String text, Place place) implements Element {}

    /** A line of plain text. Lines of one paragraph follow one another; an empty one parts two paragraphs. */
    record Line(String text, Place place) implements Element {}

    /**
     * A form field with its answer.
     *
     * @param name the field's own name (qualified AcroForm name, content control's tag, bookmark), empty where it has none
     * @param label what the form itself calls it for people (tooltip, alias, help text), empty where it has none
     * @param nearby the text printed beside or above it, empty where that is not known
     * @param value the answer as written; empty where nothing was filled in, or only the form's own prompt
     * @param kind what sort of field
     */
    record Field(String name, String label, String nearby, String value, Kind kind, Method method, Place place)
            implements Element {
        /** One of a format without pages, of which it is not known what is printed beside it. */
        public static Field of(String name, String label, String value, Kind kind, Method method) {
            return new Field(name, label, "", value, kind, method, Place.NOWHERE);
        }

        /** The same, with the text printed beside it. */
        public Field beside(String printed) {
            return new Field(name, label, printed, value, kind, method, place);
        }
    }

    /** A ruled or laid-out table, its rows from the top, every row from the left. */
    record Table(List<Row> rows, Place place) implements Element {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** One row. */
    record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell, standing once however many columns it spans.
     *
     * @param text its plain text, lines joined by a newline, without the text of its fields
     * @param fields the form fields in it
     * @param span how many columns it covers, 1 or more
     * @param emphasised true where all of its text is bold or it lies in a header row
     */
    record Cell(String text, List<Field> fields, int span, boolean emphasised, Place place) {
        public Cell {
            fields = List.copyOf(fields);
        }
    }

    /**
     * What stands in a document beside its answers and is none: another way of reading it gave another answer, or nobody
     * who looks at it sees it. It is kept and told, and no value is made of it.
     *
     * @param label what it is another answer to, as the form calls it; empty where nothing is known
     * @param text as written, never blank
     */
    record Aside(String label, String text, Reason reason, Method method, Place place) implements Element {}

    /** Why something stands aside. */
    enum Reason {
        /** A form field looks otherwise than its value reads. */
        APPEARANCE("appearance"),
        /** The XFA form beside the fields holds another answer. */
        XFA("xfa"),
        /** An earlier state of the file, which it still carries, has another answer. */
        EARLIER_REVISION("earlier-revision"),
        /** The field is not shown to anybody. */
        HIDDEN("hidden");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** As it stands in a reading. */
        public String word() {
            return word;
        }
    }

    /** The sorts of field. */
    enum Kind {
        TEXT,
        /** A tick box or radio button: the value is {@code true} or {@code false}, the label what it stands for. */
        TICK,
        CHOICE,
        DATE
    }
}
