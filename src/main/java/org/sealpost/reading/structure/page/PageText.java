package org.sealpost.reading.structure.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.sealpost.reading.document.Place;

/** The words of one PDF page, with their places, their size and whether they are bold. */
public final class PageText extends PDFTextStripper {
    /** Characters in a row without a gap that is wider than a blank. */
    public record Word(
            String text, double x, double y, double width, double height, double size, boolean bold, double certainty) {
        /** One that is text and no picture of it. */
        Word(String text, double x, double y, double width, double height, double size, boolean bold) {
            this(text, x, y, width, height, size, bold, 1);
        }

        public double right() {
            return x + width;
        }

        double middleX() {
            return x + width / 2;
        }

        double middleY() {
            return y + height / 2;
        }
    }

    /**
     * The words of a page.
     *
     * @param shown what one sees
     * @param hidden what is set invisibly (ISO 32000-1, 9.3.6, mode 3), as scanners lay what they recognised under the picture
     */
    public record Words(List<Word> shown, List<Word> hidden) {}

    private final List<Word> shown = new ArrayList<>();
    private final List<Word> hidden = new ArrayList<>();

    private PageText() {
        setSortByPosition(false);
    }

    public static Words words(PDDocument document, int page) throws IOException {
        PageText text = new PageText();
        text.setStartPage(page);
        text.setEndPage(page);
        text.getText(document);
        return new Words(text.shown, text.hidden);
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String unicode = position.getUnicode();
        if (unicode == null || unicode.isBlank()) {
            return;
        }
        double height = Math.max(position.getHeightDir(), position.getFontSizeInPt() * 0.7);
        Word letter = new Word(
                unicode,
                position.getXDirAdj(),
                position.getYDirAdj() - height,
                position.getWidthDirAdj(),
                height,
                position.getFontSizeInPt(),
                bold(position));
        boolean seen = getGraphicsState().getTextState().getRenderingMode() != RenderingMode.NEITHER;
        List<Word> words = seen ? shown : hidden;
        Word last = words.isEmpty() ? null : words.get(words.size() - 1);
        if (last != null && joins(last, letter)) {
            words.set(
                    words.size() - 1,
                    new Word(
                            last.text() + unicode,
                            last.x(),
                            Math.min(last.y(), letter.y()),
                            letter.right() - last.x(),
                            Math.max(last.height(), letter.height()),
                            last.size(),
                            last.bold()));
        } else {
            words.add(letter);
        }
    }

    private static boolean joins(Word last, Word letter) {
        double gap = letter.x() - last.right();
        return Math.abs(letter.y() + letter.height() - last.y() - last.height()) < 1.5
                && gap > -letter.size() * 0.5
                && gap < letter.size() * (ends(last.text(), letter.text()) ? 0.02 : 0.15)
                && last.bold() == letter.bold();
    }

    /** {@code (if known)Address}: there is a blank between them, be it ever so narrow. */
    private static boolean ends(String word, String letter) {
        return Character.isUpperCase(letter.codePointAt(0))
                && (word.endsWith(")") || word.endsWith(":") || word.endsWith("?"));
    }

    private static boolean bold(TextPosition position) {
        String name = position.getFont() == null ? null : position.getFont().getName();
        if (name != null && name.toLowerCase(Locale.ROOT).matches(".*(bold|black|heavy|semibold).*")) {
            return true;
        }
        return position.getFont() != null
                && position.getFont().getFontDescriptor() != null
                && (position.getFont().getFontDescriptor().isForceBold()
                        || position.getFont().getFontDescriptor().getFontWeight() >= 600);
    }

    /** Words on one height, from the left. */
    public record TextLine(List<Word> words) {
        public TextLine {
            words = List.copyOf(words);
        }

        public String text() {
            StringBuilder text = new StringBuilder();
            for (Word word : words) {
                text.append(text.isEmpty() ? "" : " ").append(word.text());
            }
            return text.toString();
        }

        boolean bold() {
            return words.stream().allMatch(Word::bold);
        }

        double size() {
            return words.stream().mapToDouble(Word::size).max().orElse(0);
        }

        double top() {
            return words.stream().mapToDouble(Word::y).min().orElse(0);
        }

        double bottom() {
            return words.stream().mapToDouble(w -> w.y() + w.height()).max().orElse(0);
        }

        double left() {
            return words.get(0).x();
        }

        public double right() {
            return words.get(words.size() - 1).right();
        }

        Place place(int page) {
            return new Place(page, new Place.Box(left(), top(), right() - left(), bottom() - top()), certainty(words));
        }
    }

    /** How sure words are together, by their lengths; 1 where there are none. */
    static double certainty(List<Word> words) {
        double letters = 0;
        double sure = 0;
        for (Word word : words) {
            letters += word.text().length();
            sure += word.text().length() * word.certainty();
        }
        return letters == 0 ? 1 : sure / letters;
    }

    /** Words into lines, from the top; a gap wider than {@code gap} letters' size parts two lines of one height. */
    public static List<TextLine> lines(List<Word> words, double gap) {
        List<Word> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble(w -> w.y() + w.height()));
        List<TextLine> lines = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || bottom(sorted.get(i)) - bottom(sorted.get(from)) > 3) {
                split(sorted.subList(from, i), gap, lines);
                from = i;
            }
        }
        return lines;
    }

    private static void split(List<Word> height, double gap, List<TextLine> lines) {
        List<Word> row = new ArrayList<>(height);
        row.sort(Comparator.comparingDouble(Word::x));
        int from = 0;
        for (int i = 1; i <= row.size(); i++) {
            if (i == row.size()
                    || row.get(i).x() - row.get(i - 1).right()
                            > gap * row.get(i).size()) {
                lines.add(new TextLine(row.subList(from, i)));
                from = i;
            }
        }
    }

    private static double bottom(Word word) {
        return word.y() + word.height();
    }
}
