package org.sealpost.reading.corpus;

import java.util.List;
import org.sealpost.reading.corpus.Item.Box;
import org.sealpost.reading.corpus.Item.Kind;
import org.sealpost.reading.corpus.Item.Piece;
import org.sealpost.reading.corpus.Item.Print;

/** The form typed into an e-mail of plain text: a label and a colon, the answer behind. Has no tables. */
final class PlainText {
    private PlainText() {}

    static String draw(Form form) {
        StringBuilder text = new StringBuilder();
        form.items().forEach(item -> item(text, item));
        return text.toString();
    }

    private static void item(StringBuilder text, Item item) {
        if (item instanceof Item.Title title) {
            text.append(title.text()).append("\r\n\r\n");
        } else if (item instanceof Item.Heading heading) {
            text.append("\r\n").append(heading.text()).append("\r\n");
        } else if (item instanceof Item.Note note) {
            text.append(note.text()).append("\r\n");
        } else if (item instanceof Item.Line line) {
            line.pieces().forEach(p -> text.append(plain(p)));
            text.append("\r\n");
        } else if (item instanceof Item.Table table) {
            table.rows()
                    .forEach(row -> row(text, row.stream().map(Item.Cell::piece).toList()));
        }
    }

    /** Each label with its answer has a line. */
    private static void row(StringBuilder text, List<Piece> row) {
        for (Piece piece : row) {
            if (piece instanceof Print print && row.size() > 1) {
                text.append(FormFiller.running(print.text()));
            } else {
                text.append(plain(piece)).append("\r\n");
            }
        }
    }

    private static String plain(Piece piece) {
        if (piece instanceof Print print) {
            return print.text();
        }
        Box box = (Box) piece;
        return box.kind() == Kind.TICK ? box.ticked() ? "[x]" : "[ ]" : box.answer();
    }
}
