package org.sealpost.reading.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Place;

/** Elements as bytes, as {@link UntrustedElements} takes them apart. */
final class ElementWriter {
    private final DataOutputStream out;

    ElementWriter(DataOutputStream out) {
        this.out = out;
    }

    void write(List<Element> elements) throws IOException {
        out.writeInt(elements.size());
        for (Element element : elements) {
            write(element);
        }
    }

    private void write(Element element) throws IOException {
        if (element instanceof Element.Heading heading) {
            out.writeByte('H');
            Wire.writeText(out, heading.text());
            write(heading.place());
        } else if (element instanceof Element.Line line) {
            out.writeByte('L');
            Wire.writeText(out, line.text());
            write(line.place());
        } else if (element instanceof Element.Field field) {
            out.writeByte('F');
            write(field);
        } else if (element instanceof Element.Table table) {
            out.writeByte('T');
            out.writeInt(table.rows().size());
            for (Element.Row row : table.rows()) {
                write(row);
            }
            write(table.place());
        } else if (element instanceof Element.Aside aside) {
            out.writeByte('A');
            Wire.writeText(out, aside.label());
            Wire.writeText(out, aside.text());
            out.writeByte(aside.reason().ordinal());
            out.writeByte(aside.method().ordinal());
            write(aside.place());
        }
    }

    private void write(Element.Row row) throws IOException {
        out.writeInt(row.cells().size());
        for (Element.Cell cell : row.cells()) {
            Wire.writeText(out, cell.text());
            out.writeInt(cell.fields().size());
            for (Element.Field field : cell.fields()) {
                write(field);
            }
            out.writeInt(cell.span());
            out.writeBoolean(cell.emphasised());
            write(cell.place());
        }
    }

    private void write(Element.Field field) throws IOException {
        Wire.writeText(out, field.name());
        Wire.writeText(out, field.label());
        Wire.writeText(out, field.nearby());
        Wire.writeText(out, field.value());
        out.writeByte(field.kind().ordinal());
        out.writeByte(field.method().ordinal());
        write(field.place());
    }

    private void write(Place place) throws IOException {
        out.writeInt(place.page());
        out.writeDouble(place.certainty());
        Place.Box box = place.box();
        out.writeBoolean(box != null);
        if (box != null) {
            out.writeDouble(box.x());
            out.writeDouble(box.y());
            out.writeDouble(box.width());
            out.writeDouble(box.height());
        }
    }
}
