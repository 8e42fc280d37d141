package org.sealpost.reading.corpus;

import static org.sealpost.reading.corpus.Zip.escaped;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sealpost.reading.corpus.Item.Box;
import org.sealpost.reading.corpus.Item.Cell;
import org.sealpost.reading.corpus.Item.Kind;
import org.sealpost.reading.corpus.Item.Piece;
import org.sealpost.reading.corpus.Item.Print;

/** An OpenDocument text (ISO 26300), its answers typed in or in form controls. */
final class OpenDocument {
    private static final String MIME = "application/vnd.oasis.opendocument.text";
    private static final String NS = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String BOLD = "<style:style style:name=\"B\" style:family=\"text\"><style:text-properties"
            + " fo:font-weight=\"bold\"/></style:style>";

    private final boolean controls;
    private final StringBuilder body = new StringBuilder();
    private final StringBuilder forms = new StringBuilder();
    private int fields;

    private OpenDocument(boolean controls) {
        this.controls = controls;
    }

    static byte[] draw(Form form, boolean controls) throws IOException {
        OpenDocument file = new OpenDocument(controls);
        form.items().forEach(file::item);
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", MIME);
        parts.put(
                "META-INF/manifest.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest xmlns:manifest=\"" + NS
                        + "manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" + MIME
                        + "\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
                        + "</manifest:manifest>");
        parts.put("content.xml", file.content());
        return Zip.of(parts);
    }

    private String content() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content");
        for (String room : List.of("office", "text", "table", "style", "form", "drawing")) {
            xml.append(" xmlns:").append(room.equals("drawing") ? "draw" : room);
            xml.append("=\"").append(NS).append(room).append(":1.0\"");
        }
        xml.append(" xmlns:fo=\"").append(NS).append("xsl-fo-compatible:1.0\" office:version=\"1.2\">");
        xml.append("<office:automatic-styles>")
                .append(BOLD)
                .append("</office:automatic-styles><office:body><office:text>");
        if (controls) {
            xml.append("<office:forms><form:form form:name=\"Form\">")
                    .append(forms)
                    .append("</form:form></office:forms>");
        }
        return xml.append(body)
                .append("</office:text></office:body></office:document-content>")
                .toString();
    }

    private void item(Item item) {
        if (item instanceof Item.Title title) {
            heading(1, title.text());
        } else if (item instanceof Item.Heading heading) {
            heading(2, heading.text());
        } else if (item instanceof Item.Note note) {
            paragraph(List.of(new Print(note.text(), false)));
        } else if (item instanceof Item.Line line) {
            paragraph(line.pieces());
        } else if (item instanceof Item.Table table) {
            table(table);
        }
    }

    private void heading(int level, String text) {
        body.append("<text:h text:outline-level=\"")
                .append(level)
                .append("\">")
                .append(escaped(text))
                .append("</text:h>");
    }

    private void table(Item.Table table) {
        body.append("<table:table><table:table-column table:number-columns-repeated=\"")
                .append(table.columns())
                .append("\"/>");
        boolean head = table.grid();
        for (List<Cell> row : table.rows()) {
            body.append(head ? "<table:table-header-rows><table:table-row>" : "<table:table-row>");
            for (Cell cell : row) {
                body.append("<table:table-cell office:value-type=\"string\"");
                if (cell.span() > 1) {
                    body.append(" table:number-columns-spanned=\"")
                            .append(cell.span())
                            .append('"');
                }
                body.append('>');
                paragraph(List.of(cell.piece()));
                body.append("</table:table-cell>").append("<table:covered-table-cell/>".repeat(cell.span() - 1));
            }
            body.append(head ? "</table:table-row></table:table-header-rows>" : "</table:table-row>");
            head = false;
        }
        body.append("</table:table>");
    }

    private void paragraph(List<Piece> pieces) {
        body.append("<text:p>");
        for (Piece piece : pieces) {
            if (piece instanceof Print print) {
                String text = escaped(print.text());
                body.append(print.bold() ? "<text:span text:style-name=\"B\">" + text + "</text:span>" : text);
            } else if (piece instanceof Box box && controls) {
                control(box);
            } else if (piece instanceof Box box) {
                body.append(escaped(box.kind() == Kind.TICK ? box.ticked() ? "☒" : "☐" : box.answer()));
            }
        }
        body.append("</text:p>");
    }

    private void control(Box box) {
        String id = "control" + ++fields;
        String common = " form:name=\"" + box.name() + "\" form:id=\"" + id + "\" xml:id=\"" + id + "\" form:title=\""
                + escaped(box.label()) + "\"";
        if (box.kind() == Kind.TICK) {
            forms.append("<form:checkbox")
                    .append(common)
                    .append(box.ticked() ? " form:current-state=\"checked\"" : "")
                    .append("/>");
        } else {
            String kind = box.kind() == Kind.LONG_TEXT ? "textarea" : "text";
            forms.append("<form:").append(kind).append(common);
            forms.append(" form:current-value=\"").append(escaped(box.answer())).append("\"/>");
        }
        body.append("<draw:control draw:control=\"").append(id).append("\"/>");
    }
}
