package org.sealpost.reading.corpus;

import static org.sealpost.reading.corpus.Zip.escaped;

import java.util.List;
import org.sealpost.reading.corpus.Item.Box;
import org.sealpost.reading.corpus.Item.Cell;
import org.sealpost.reading.corpus.Item.Kind;
import org.sealpost.reading.corpus.Item.Piece;
import org.sealpost.reading.corpus.Item.Print;

/** The form pasted into an e-mail, as a mail program sends it. */
final class HtmlText {
    private HtmlText() {}

    static String draw(Form form) {
        StringBuilder html = new StringBuilder("<html><head><style>td { border: 1px solid }</style></head><body>\r\n");
        form.items().forEach(item -> item(html, item));
        return html.append("</body></html>\r\n").toString();
    }

    private static void item(StringBuilder html, Item item) {
        if (item instanceof Item.Title title) {
            html.append("<h1>").append(escaped(title.text())).append("</h1>\r\n");
        } else if (item instanceof Item.Heading heading) {
            html.append("<p><b><span style=\"font-size:13pt\">")
                    .append(escaped(heading.text()))
                    .append("</span></b></p>\r\n");
        } else if (item instanceof Item.Note note) {
            html.append("<p>").append(escaped(note.text())).append("</p>\r\n");
        } else if (item instanceof Item.Line line) {
            html.append("<p>");
            line.pieces().forEach(p -> piece(html, p));
            html.append("</p>\r\n");
        } else if (item instanceof Item.Table table) {
            html.append("<table>\r\n");
            table.rows().forEach(row -> row(html, row));
            html.append("</table>\r\n");
        }
    }

    private static void row(StringBuilder html, List<Cell> row) {
        html.append("<tr>");
        for (Cell cell : row) {
            html.append(cell.span() > 1 ? "<td colspan=\"" + cell.span() + "\"><p>" : "<td><p>");
            piece(html, cell.piece());
            html.append("&nbsp;</p></td>");
        }
        html.append("</tr>\r\n");
    }

    private static void piece(StringBuilder html, Piece piece) {
        if (piece instanceof Print print) {
            html.append(print.bold() ? "<b>" + escaped(print.text()) + "</b>" : escaped(print.text()));
        } else if (piece instanceof Box box) {
            html.append(escaped(box.kind() == Kind.TICK ? box.ticked() ? "[x]" : "[ ]" : box.answer()));
        }
    }
}
