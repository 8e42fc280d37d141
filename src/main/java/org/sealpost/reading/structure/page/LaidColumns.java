package org.sealpost.reading.structure.page;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.reading.structure.page.LaidLine.Piece;

/** The columns of a table without rules: where each begins. It reaches to where the next begins. */
final class LaidColumns {
    /** Things that begin so near to one another begin in one line. */
    static final double NEAR = 3;

    private final List<Double> starts = new ArrayList<>();
    private final List<Piece> seen = new ArrayList<>();

    private LaidColumns(List<Double> starts, LaidLine first) {
        this.starts.addAll(starts);
        seen.addAll(first.pieces());
    }

    static LaidColumns of(LaidLine first) {
        return new LaidColumns(first.pieces().stream().map(Piece::left).toList(), first);
    }

    /** Those of a table above, of which this line fills some: of the same block once more, left blank. */
    static LaidColumns of(LaidLine first, List<LaidColumns> above) {
        for (LaidColumns other : above) {
            if (first.pieces().stream().allMatch(p -> other.isStart(p.left()))) {
                return new LaidColumns(other.starts, first);
            }
        }
        return of(first);
    }

    int count() {
        return starts.size();
    }

    double start(int column) {
        return starts.get(column);
    }

    /** Where a column ends; infinite for the last. */
    double end(int column) {
        return column + 1 < starts.size() ? starts.get(column + 1) : Double.MAX_VALUE;
    }

    /** The column in which something at that place begins; the first for what begins left of all. */
    int column(double x) {
        int column = 0;
        while (column + 1 < starts.size() && starts.get(column + 1) <= x + NEAR) {
            column++;
        }
        return column;
    }

    private boolean isStart(double x) {
        return starts.stream().anyMatch(s -> Math.abs(s - x) <= NEAR);
    }

    /** Takes a line into the table, with columns of its own where nothing stands in their way; false where it does not fit. */
    boolean take(LaidLine line) {
        List<Double> more = new ArrayList<>();
        int known = 0;
        for (Piece piece : line.pieces()) {
            if (isStart(piece.left())) {
                known++;
            } else if (!isAloneInside(piece, line)) {
                more.add(piece.left());
            }
        }
        boolean blocked =
                more.stream().anyMatch(x -> seen.stream().anyMatch(p -> p.left() < x - NEAR && p.right() > x));
        boolean newFirst = more.stream().anyMatch(x -> x < starts.get(0));
        if (blocked || !more.isEmpty() && known < (newFirst ? 1 : 2)) {
            return false;
        }
        starts.addAll(more);
        starts.sort(null);
        seen.addAll(line.pieces());
        return true;
    }

    /** Set in the middle or at the right of one column. */
    private boolean isAloneInside(Piece piece, LaidLine line) {
        int column = column(piece.left());
        return piece.left() >= starts.get(0)
                && piece.right() < end(column)
                && line.pieces().stream()
                                .filter(p -> column(p.left()) == column)
                                .count()
                        == 1;
    }
}
