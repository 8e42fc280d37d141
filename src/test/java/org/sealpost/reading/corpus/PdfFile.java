package org.sealpost.reading.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.sealpost.reading.corpus.Item.Box;
import org.sealpost.reading.corpus.Item.Cell;
import org.sealpost.reading.corpus.Item.Kind;
import org.sealpost.reading.corpus.Item.Piece;
import org.sealpost.reading.corpus.Item.Print;

/** A PDF: its tables ruled or only laid out, its answers printed or in form fields. */
final class PdfFile {
    private static final float SIZE = 10;
    private static final float LEADING = 13;

    private final PdfPages pages;
    private final boolean ruled;
    private final AnswersOnPage answers;

    private PdfFile(PdfPages pages, boolean ruled, AnswersOnPage answers) {
        this.pages = pages;
        this.ruled = ruled;
        this.answers = answers;
    }

    static byte[] flat(Form form, boolean ruled) throws IOException {
        try (PDDocument document = new PDDocument()) {
            return draw(document, form, ruled, new PrintedAnswers());
        }
    }

    static byte[] fillable(Form form, PdfFields.Naming naming) throws IOException {
        try (PDDocument document = new PDDocument()) {
            return draw(document, form, true, new PdfFields(document, naming));
        }
    }

    private static byte[] draw(PDDocument document, Form form, boolean ruled, AnswersOnPage answers)
            throws IOException {
        try (PdfPages pages = new PdfPages(document)) {
            PdfFile file = new PdfFile(pages, ruled, answers);
            for (Item item : form.items()) {
                file.item(item);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private void item(Item item) throws IOException {
        if (item instanceof Item.Title title) {
            words(title.text(), true, 15);
            pages.down(4);
        } else if (item instanceof Item.Heading heading) {
            pages.need(60);
            pages.down(9);
            words(heading.text(), true, 12);
            pages.down(3);
        } else if (item instanceof Item.Note note) {
            words(note.text(), false, SIZE);
            pages.down(6);
        } else if (item instanceof Item.Line line) {
            line(line.pieces());
        } else if (item instanceof Item.Table table) {
            table(table);
        }
    }

    private void words(String text, boolean bold, float size) throws IOException {
        for (String line : pages.wrapped(text, bold, size, PdfPages.WIDTH)) {
            pages.need(size * 1.3f);
            pages.text(line, bold, size, PdfPages.LEFT, pages.y() + size);
            pages.down(size * 1.3f);
        }
    }

    /** A label and its answer behind it; an answer that is too long goes on below. */
    private void line(List<Piece> pieces) throws IOException {
        float height = LEADING;
        for (Piece piece : pieces) {
            height = Math.max(height, lines(piece, PdfPages.WIDTH - indent(pieces, piece)) * LEADING);
        }
        pages.need(height + 4);
        float x = PdfPages.LEFT;
        for (Piece piece : pieces) {
            float width = PdfPages.LEFT + PdfPages.WIDTH - x;
            if (piece instanceof Box box && box.kind() == Kind.TICK) {
                width = 10;
            } else if (piece instanceof Print print && pieces.size() > 1) {
                width = pages.width(print.text(), print.bold(), SIZE) + 4;
            }
            piece(piece, x, pages.y(), width, height, 0);
            x += width;
        }
        pages.down(height + (answers.needsRoom() ? 5 : 2));
    }

    private float indent(List<Piece> pieces, Piece piece) throws IOException {
        return pieces.size() > 1 && pieces.get(1) == piece && pieces.get(0) instanceof Print print
                ? pages.width(print.text(), print.bold(), SIZE) + 4
                : 0;
    }

    private int lines(Piece piece, float width) throws IOException {
        if (piece instanceof Print print) {
            return Math.max(
                    1, pages.wrapped(print.text(), print.bold(), SIZE, width).size());
        }
        Box box = (Box) piece;
        int lines = box.kind() == Kind.TICK
                ? 1
                : pages.wrapped(box.answer(), false, SIZE, width).size();
        return Math.max(box.kind() == Kind.LONG_TEXT && answers.needsRoom() ? 6 : 1, lines);
    }

    private void table(Item.Table table) throws IOException {
        List<Float> widths = widths(table);
        for (List<Cell> row : table.rows()) {
            List<Float> spans = new ArrayList<>();
            int column = 0;
            int lines = 1;
            for (Cell cell : row) {
                float width = 0;
                for (int i = 0; i < cell.span() && column < widths.size(); i++) {
                    width += widths.get(column++);
                }
                spans.add(width);
                lines = Math.max(lines, lines(cell.piece(), width - 8));
            }
            float height = lines * LEADING + 6;
            pages.need(height);
            float x = PdfPages.LEFT;
            for (int i = 0; i < row.size(); i++) {
                if (ruled) {
                    pages.rectangle(x, pages.y(), spans.get(i), height);
                }
                piece(row.get(i).piece(), x, pages.y() + 2, spans.get(i), height - 4, 4);
                x += spans.get(i);
            }
            pages.down(height);
        }
        pages.down(4);
    }

    private void piece(Piece piece, float x, float top, float width, float height, float margin) throws IOException {
        if (piece instanceof Print print) {
            float baseline = top + SIZE;
            for (String line : pages.wrapped(print.text(), print.bold(), SIZE, width - 2 * margin + 1)) {
                pages.text(line, print.bold(), SIZE, x + margin, baseline);
                baseline += LEADING;
            }
        } else if (piece instanceof Box box) {
            answers.put(pages, box, x + margin, top, width - 2 * margin, height);
        }
    }

    /** Labels narrow and answers wide; the columns of a grid after what stands in them, and none narrower than a word. */
    private List<Float> widths(Item.Table table) throws IOException {
        int columns = table.columns();
        double[] weights = new double[columns];
        double[] words = new double[columns];
        for (int i = 0; i < columns; i++) {
            weights[i] = columns == 1 || table.grid() ? 7 : i % 2 == 0 ? 3 : 5;
        }
        if (table.grid()) {
            for (List<Cell> row : table.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    Piece piece = row.get(i).piece();
                    weights[i] = Math.max(weights[i], Math.min(33, text(piece).length()));
                    words[i] = Math.max(words[i], longestWord(piece) + 8);
                }
            }
        }
        double all = Arrays.stream(weights).sum();
        double rest = Math.max(0, PdfPages.WIDTH - Arrays.stream(words).sum());
        List<Float> widths = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            widths.add((float) (words[i] + rest * weights[i] / all));
        }
        return widths;
    }

    private float longestWord(Piece piece) throws IOException {
        float longest = 0;
        for (String word : text(piece).split("\\s+", -1)) {
            longest = Math.max(longest, pages.width(word, piece instanceof Print print && print.bold(), SIZE));
        }
        return longest;
    }

    private static String text(Piece piece) {
        return piece instanceof Print print ? print.text() : ((Box) piece).answer();
    }

    /** What becomes of the place for an answer. */
    interface AnswersOnPage {
        /** True where a box stands even for no answer. */
        boolean needsRoom();

        void put(PdfPages pages, Box box, float x, float top, float width, float height) throws IOException;
    }

    private static final class PrintedAnswers implements AnswersOnPage {
        @Override
        public boolean needsRoom() {
            return false;
        }

        @Override
        public void put(PdfPages pages, Box box, float x, float top, float width, float height) throws IOException {
            if (box.kind() == Kind.TICK) {
                pages.rectangle(x, top + 2, 8, 8);
                if (box.ticked()) {
                    pages.cross(x, top + 2, 8);
                }
                return;
            }
            float baseline = top + SIZE;
            for (String line : pages.wrapped(box.answer(), false, SIZE, width + 1)) {
                pages.text(line, false, SIZE, x, baseline);
                baseline += LEADING;
            }
        }
    }
}
