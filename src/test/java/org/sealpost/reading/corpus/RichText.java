package org.sealpost.reading.corpus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import org.sealpost.reading.corpus.Item.Box;
import org.sealpost.reading.corpus.Item.Cell;
import org.sealpost.reading.corpus.Item.Kind;
import org.sealpost.reading.corpus.Item.Piece;
import org.sealpost.reading.corpus.Item.Print;

/** A Rich Text file, as a word processor saves it. */
final class RichText {
    private final StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}\n");

    private RichText() {}

    static byte[] draw(Form form) {
        RichText file = new RichText();
        form.items().forEach(file::item);
        return file.rtf.append('}').toString().getBytes(US_ASCII);
    }

    private void item(Item item) {
        if (item instanceof Item.Title title) {
            bold(title.text(), 32);
        } else if (item instanceof Item.Heading heading) {
            bold(heading.text(), 26);
        } else if (item instanceof Item.Note note) {
            rtf.append("{\\pard ").append(escaped(note.text())).append("\\par}\n");
        } else if (item instanceof Item.Line line) {
            rtf.append("{\\pard ");
            line.pieces().forEach(this::piece);
            rtf.append("\\par}\n");
        } else if (item instanceof Item.Table table) {
            table.rows().forEach(row -> row(row, 9600 / table.columns()));
            rtf.append("{\\pard\\par}\n");
        }
    }

    private void bold(String text, int halfPoints) {
        rtf.append("{\\pard\\b\\fs")
                .append(halfPoints)
                .append(' ')
                .append(escaped(text))
                .append("\\par}\n");
    }

    private void row(List<Cell> row, int width) {
        rtf.append("\\trowd\\trgaph108");
        int right = 0;
        for (Cell cell : row) {
            right += width * cell.span();
            rtf.append("\\cellx").append(right);
        }
        rtf.append('\n');
        for (Cell cell : row) {
            rtf.append("\\pard\\intbl ");
            piece(cell.piece());
            rtf.append("\\cell\n");
        }
        rtf.append("\\row\n");
    }

    private void piece(Piece piece) {
        if (piece instanceof Print print) {
            rtf.append(print.bold() ? "{\\b " + escaped(print.text()) + "}" : escaped(print.text()));
        } else if (piece instanceof Box box) {
            rtf.append(escaped(box.kind() == Kind.TICK ? box.ticked() ? "☒" : "☐" : box.answer()));
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '\\' || c == '{' || c == '}') {
                escaped.append('\\').append(c);
            } else if (c < 128) {
                escaped.append(c);
            } else {
                escaped.append("\\u").append((int) (short) c).append('?');
            }
        }
        return escaped.toString();
    }
}
