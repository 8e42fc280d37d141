package org.sealpost.reading.worker;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Cell;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Element.Row;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;

/**
 * Elements from a worker that may be in an attacker's hands. Everything is held to the frame's own length, to a number of
 * elements and to sensible values, so that no answer costs more memory than a few times its bytes.
 */
final class UntrustedElements {
    private static final int HIGHEST_PAGE = 100_000;
    private static final double FURTHEST = 1_000_000;
    private static final int WIDEST_SPAN = 1_000;

    private final DataInputStream untrusted;
    private final int frameLength;
    private int left;

    /** @param most how many elements, rows, cells and fields at most */
    UntrustedElements(byte[] untrustedFrame, int offset, int most) {
        this.frameLength = untrustedFrame.length;
        this.left = most;
        this.untrusted =
                new DataInputStream(new ByteArrayInputStream(untrustedFrame, offset, untrustedFrame.length - offset));
    }

    int left() {
        return left;
    }

    List<Element> elements() throws IOException {
        int count = count();
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(element());
        }
        if (untrusted.read() >= 0) {
            throw new IOException("more than was announced");
        }
        return elements;
    }

    private Element element() throws IOException {
        byte kind = untrusted.readByte();
        return switch (kind) {
            case 'H' -> new Element.Heading(text(), place());
            case 'L' -> new Element.Line(text(), place());
            case 'F' -> field();
            case 'T' -> new Element.Table(rows(), place());
            case 'A' ->
                new Element.Aside(text(), text(), pick(Element.Reason.values()), pick(Method.values()), place());
            default -> throw new IOException("an element of no kind");
        };
    }

    private List<Row> rows() throws IOException {
        int count = count();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Row(cells()));
        }
        return rows;
    }

    private List<Cell> cells() throws IOException {
        int count = count();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = text();
            List<Field> fields = fields();
            int span = untrusted.readInt();
            if (span < 1 || span > WIDEST_SPAN) {
                throw new IOException("a cell spans what no cell spans");
            }
            cells.add(new Cell(text, fields, span, untrusted.readBoolean(), place()));
        }
        return cells;
    }

    private List<Field> fields() throws IOException {
        int count = count();
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fields.add(field());
        }
        return fields;
    }

    private Field field() throws IOException {
        String name = text();
        String label = text();
        String nearby = text();
        String value = text();
        Kind kind = pick(Kind.values());
        Method method = pick(Method.values());
        return new Field(name, label, nearby, value, kind, method, place());
    }

    private <T> T pick(T[] values) throws IOException {
        int ordinal = untrusted.readUnsignedByte();
        if (ordinal >= values.length) {
            throw new IOException("a word nobody knows");
        }
        return values[ordinal];
    }

    private Place place() throws IOException {
        int page = untrusted.readInt();
        if (page < 0 || page > HIGHEST_PAGE) {
            throw new IOException("a page nobody has");
        }
        double certainty = untrusted.readDouble();
        if (!(certainty >= 0 && certainty <= 1)) {
            throw new IOException("surer than sure");
        }
        if (!untrusted.readBoolean()) {
            return page == 0 && certainty == 1 ? Place.NOWHERE : new Place(page, null, certainty);
        }
        return new Place(page, new Place.Box(measure(), measure(), measure(), measure()), certainty);
    }

    private double measure() throws IOException {
        double value = untrusted.readDouble();
        if (!(Math.abs(value) <= FURTHEST)) {
            throw new IOException("a place off every page");
        }
        return value;
    }

    private int count() throws IOException {
        int count = untrusted.readInt();
        if (count < 0 || count > left) {
            throw new TooLargeException();
        }
        left -= count;
        return count;
    }

    private String text() throws IOException {
        return Wire.readText(untrusted, frameLength);
    }
}
