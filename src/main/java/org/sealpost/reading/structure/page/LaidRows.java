package org.sealpost.reading.structure.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.structure.page.LaidLine.Piece;

/**
 * Which lines of a table without rules make one row. Lines of one row stand closer together than two rows do; where all
 * stand equally close, a line goes on with the row above when it says nothing in the first column.
 */
final class LaidRows {
    private static final double WIDER = 1.2;
    private static final double CLOSE = 1.6;
    private static final double OVERLAPPING = 0.6;
    private static final double BLANK = 0.25;

    private final LaidColumns columns;
    private final List<LaidLine> lines;
    private final List<PageRules.Rule> rules;

    LaidRows(LaidColumns columns, List<LaidLine> lines, List<PageRules.Rule> rules) {
        this.columns = columns;
        this.lines = lines;
        this.rules = rules.stream().filter(r -> r.level() && crosses(lines, r)).toList();
    }

    /** A rule from side to side, not one that is drawn under a word. */
    private static boolean crosses(List<LaidLine> lines, PageRules.Rule rule) {
        double left =
                lines.stream().mapToDouble(l -> l.pieces().get(0).left()).min().orElse(0);
        double right = lines.stream()
                .flatMap(l -> l.pieces().stream())
                .mapToDouble(Piece::right)
                .max()
                .orElse(0);
        return Math.min(right, rule.to()) - Math.max(left, rule.from()) > 0.6 * (right - left);
    }

    List<List<LaidLine>> rows() {
        double tight = tightest();
        boolean spaced = isSpaced(tight);
        boolean ruled = isRuled();
        List<List<LaidLine>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean goesOn = i > 0
                    && !ruleBetween(lines.get(i - 1), lines.get(i))
                    && (ruled || goesOn(rows.get(rows.size() - 1), i, tight, spaced));
            if (!goesOn) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(lines.get(i));
        }
        return rows;
    }

    private double spacing(int line) {
        return lines.get(line).bottom() - lines.get(line - 1).bottom();
    }

    private double tightest() {
        double tightest = Double.MAX_VALUE;
        for (int i = 1; i < lines.size(); i++) {
            if (spacing(i) > OVERLAPPING * lines.get(i).size()) {
                tightest = Math.min(tightest, spacing(i));
            }
        }
        return tightest;
    }

    /** Rows stand apart, and no two lines that stand close look like two rows. */
    private boolean isSpaced(double tight) {
        boolean apart = false;
        for (int i = 1; i < lines.size(); i++) {
            apart |= spacing(i) > WIDER * tight;
            Piece above = in(lines.get(i - 1), 0);
            Piece label = in(lines.get(i), 0);
            boolean close = spacing(i) <= WIDER * tight;
            if (close && above != null && label != null && !isWrapped(above, label, 0)) {
                return false;
            }
        }
        return apart;
    }

    /** A rule under most of its lines: the rules make the rows. */
    private boolean isRuled() {
        int parted = 0;
        for (int i = 1; i < lines.size(); i++) {
            parted += ruleBetween(lines.get(i - 1), lines.get(i)) ? 1 : 0;
        }
        return parted >= 2 && parted * 3 >= lines.size() - 1;
    }

    private boolean ruleBetween(LaidLine above, LaidLine below) {
        double from = above.bottom() - 0.3 * above.size();
        return rules.stream().anyMatch(r -> r.at() > from && r.at() < below.bottom() - 0.5 * below.size());
    }

    private boolean goesOn(List<LaidLine> row, int i, double tight, boolean spaced) {
        LaidLine line = lines.get(i);
        if (spacing(i) <= OVERLAPPING * line.size()) {
            return true;
        }
        if (spacing(i) > WIDER * tight || spacing(i) > CLOSE * line.size()) {
            return false;
        }
        if (spaced) {
            return true;
        }
        boolean wrapped = line.pieces().stream().allMatch(p -> isWrapped(row, p));
        boolean header = line.bold()
                && row.stream().allMatch(LaidLine::bold)
                && i + 1 < lines.size()
                && !lines.get(i + 1).bold();
        Piece label = in(line, 0);
        return label == null
                ? line.pieces().size() == 1 || wrapped
                : wrapped && (header || line.pieces().size() == 1 && isContinued(label));
    }

    private @Nullable Piece in(LaidLine line, int column) {
        return line.pieces().stream()
                .filter(p -> columns.column(p.left()) == column)
                .findFirst()
                .orElse(null);
    }

    private boolean isWrapped(List<LaidLine> row, Piece piece) {
        int column = columns.column(piece.left());
        Piece above = null;
        for (LaidLine line : row) {
            Piece in = in(line, column);
            above = in == null ? above : in;
        }
        return above != null && isWrapped(above, piece, column);
    }

    /** Its first word had no room in the line above; or it goes on in small letters or brackets. */
    private boolean isWrapped(Piece above, Piece piece, int column) {
        double width = lines.stream()
                .flatMap(l -> l.pieces().stream())
                .filter(p -> columns.column(p.left()) == column)
                .mapToDouble(Piece::right)
                .filter(right -> right < columns.end(column))
                .max()
                .orElse(0);
        PageText.Word first = piece.words().get(0);
        return above.right() + BLANK * first.size() + first.width() > width - 1 || isContinued(piece);
    }

    private static boolean isContinued(Piece piece) {
        String text = piece.words().get(0).text();
        return Character.isLowerCase(text.codePointAt(0)) || text.startsWith("(");
    }
}
