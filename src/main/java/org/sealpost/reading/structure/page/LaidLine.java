package org.sealpost.reading.structure.page;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.reading.structure.page.PageText.Word;

/** All words on one height of a page, in the pieces that gaps part: what may stand in several columns. */
record LaidLine(List<Piece> pieces) {
    /** A gap of so many times the letters' size parts two pieces, whatever stands above and below. */
    private static final double CLEAR = 1.6;
    /** A gap of so many times the letters' size may part two columns; a blank in a sentence is half of it or less. */
    private static final double POSSIBLE = 0.6;
    /** A blank is wider than so many times the letters' size. */
    private static final double NO_BLANK = 0.2;
    /** In lines set to both margins every blank is wide: a column's gap is wider than the others by so much. */
    private static final double WIDER = 1.8;

    LaidLine {
        pieces = List.copyOf(pieces);
    }

    /** Words that are read one after the other. */
    record Piece(List<Word> words) {
        Piece {
            words = List.copyOf(words);
        }

        double left() {
            return words.get(0).x();
        }

        double right() {
            return words.get(words.size() - 1).right();
        }

        boolean bold() {
            return words.stream().allMatch(Word::bold);
        }
    }

    /** Parted at every gap that may part two columns. */
    static LaidLine of(List<Word> words) {
        double usual = usualGap(words);
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || parts(words.get(i - 1), words.get(i), usual)) {
                pieces.add(new Piece(words.subList(from, i)));
                from = i;
            }
        }
        return new LaidLine(pieces);
    }

    private static boolean parts(Word before, Word word, double usual) {
        double gap = word.x() - before.right();
        return gap >= CLEAR * word.size()
                || isOverflow(before, word)
                || gap >= POSSIBLE * word.size() && gap >= WIDER * usual;
    }

    /** A heading that fills its column to the edge: what follows stands nearer than a blank. */
    private static boolean isOverflow(Word before, Word word) {
        double gap = word.x() - before.right();
        return gap < NO_BLANK * word.size()
                && before.bold() == word.bold()
                && before.text().length() > 2;
    }

    /** What a blank is in it: a quarter of its gaps are narrower; 0 where there are too few to tell. */
    private static double usualGap(List<Word> words) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            gaps.add(words.get(i).x() - words.get(i - 1).right());
        }
        gaps.sort(null);
        return gaps.size() < 4 ? 0 : gaps.get(gaps.size() / 4);
    }

    /** The same with those pieces joined that nothing else on the page parts. */
    LaidLine joined(List<LaidLine> around) {
        List<Piece> kept = new ArrayList<>(List.of(pieces.get(0)));
        for (Piece piece : pieces.subList(1, pieces.size())) {
            Piece before = kept.get(kept.size() - 1);
            boolean clear = piece.left() - before.right() >= CLEAR * size();
            long others = around.stream()
                    .filter(l -> l != this && l.begins(piece.left()))
                    .count();
            boolean tight = isOverflow(
                    before.words().get(before.words().size() - 1), piece.words().get(0));
            if (clear || others >= (tight ? 2 : 1)) {
                kept.add(piece);
            } else {
                List<Word> both = new ArrayList<>(before.words());
                both.addAll(piece.words());
                kept.set(kept.size() - 1, new Piece(both));
            }
        }
        return new LaidLine(kept);
    }

    private boolean begins(double x) {
        return pieces.stream().anyMatch(p -> Math.abs(p.left() - x) <= LaidColumns.NEAR);
    }

    List<Word> words() {
        return pieces.stream().flatMap(p -> p.words().stream()).toList();
    }

    double size() {
        return words().stream().mapToDouble(Word::size).max().orElse(0);
    }

    double top() {
        return words().stream().mapToDouble(Word::y).min().orElse(0);
    }

    double bottom() {
        return words().stream().mapToDouble(w -> w.y() + w.height()).max().orElse(0);
    }

    boolean bold() {
        return pieces.stream().allMatch(Piece::bold);
    }
}
