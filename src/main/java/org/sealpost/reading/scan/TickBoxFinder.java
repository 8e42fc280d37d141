package org.sealpost.reading.scan;

import java.util.ArrayList;
import java.util.List;

/** Finds small square frames, and whether there is anything in them. At about 300 dots an inch. */
final class TickBoxFinder {
    private static final int SMALLEST = 26;
    private static final int LARGEST = 84;
    private static final int MOST = 400;
    private static final double WHOLE_SIDE = 0.93;
    private static final double MARKED = 0.05;
    private static final int SLACK = 2;
    private static final int THICKEST = 10;
    private static final double HALF = 0.5;
    private static final int OUTSIDE = 5;
    private static final double STRAY = 0.2;

    private record Run(int from, int to) {
        int length() {
            return to - from;
        }
    }

    private final Ink ink;
    private final List<List<Run>> rows = new ArrayList<>();

    private TickBoxFinder(Ink ink) {
        this.ink = ink;
        for (int y = 0; y < ink.height; y++) {
            rows.add(runs(y));
        }
    }

    static List<TickBox> of(Ink ink) {
        return new TickBoxFinder(ink).find();
    }

    private List<Run> runs(int y) {
        List<Run> runs = new ArrayList<>();
        int from = -1;
        int gap = 0;
        for (int x = 0; x <= ink.width; x++) {
            if (ink.at(x, y)) {
                from = from < 0 ? x : from;
                gap = 0;
            } else if (from >= 0 && (++gap > 2 || x == ink.width)) {
                int to = x - gap + 1;
                if (to - from >= SMALLEST && to - from <= LARGEST) {
                    runs.add(new Run(from, to));
                }
                from = -1;
            }
        }
        return runs;
    }

    private List<TickBox> find() {
        List<TickBox> boxes = new ArrayList<>();
        for (int y = 0; y < ink.height && boxes.size() < MOST; y++) {
            for (Run top : rows.get(y)) {
                TickBox box = below(top, y);
                if (box != null && boxes.stream().noneMatch(box::overlaps)) {
                    boxes.add(box);
                }
            }
        }
        return boxes;
    }

    @org.jspecify.annotations.Nullable private TickBox below(Run top, int y) {
        int furthest = Math.min(ink.height - 1, y + (int) (top.length() * 1.2));
        for (int bottom = furthest; bottom >= y + top.length() * 0.8; bottom--) {
            for (Run run : rows.get(bottom)) {
                if (Math.abs(run.from() - top.from()) <= SLACK
                        && Math.abs(run.to() - top.to()) <= SLACK
                        && side(top.from(), y, bottom)
                        && side(top.to() - 1, y, bottom)
                        && corners(top, y, bottom)
                        && alone(top, y, bottom)
                        && !partOfGrid(top, y, bottom)) {
                    return box(top, y, bottom);
                }
            }
        }
        return null;
    }

    /** Round about a box is paper; a stroke of a thick letter has more ink beside it. */
    private boolean alone(Run top, int y, int bottom) {
        int left = top.from();
        int right = top.to() - 1;
        return ink.share(left, y - OUTSIDE - 2, right + 1, y - OUTSIDE + 1) < STRAY
                && ink.share(left, bottom + OUTSIDE, right + 1, bottom + OUTSIDE + 3) < STRAY
                && ink.share(left - OUTSIDE - 2, y, left - OUTSIDE + 1, bottom + 1) < STRAY
                && ink.share(right + OUTSIDE, y, right + OUTSIDE + 3, bottom + 1) < STRAY;
    }

    /** Letters are round somewhere; a box has four corners, and ink in the very tip of each. */
    private boolean corners(Run top, int y, int bottom) {
        int left = top.from();
        int right = top.to() - 1;
        int upper = y;
        int lower = bottom;
        for (int step = 0; step < THICKEST; step++) {
            left -= ink.share(left - 1, y, left, bottom + 1) >= HALF ? 1 : 0;
            right += ink.share(right + 1, y, right + 2, bottom + 1) >= HALF ? 1 : 0;
            upper -= ink.share(left, upper - 1, right + 1, upper) >= HALF ? 1 : 0;
            lower += ink.share(left, lower + 1, right + 1, lower + 2) >= HALF ? 1 : 0;
        }
        return tip(left, upper, 1, 1)
                && tip(right, upper, -1, 1)
                && tip(left, lower, 1, -1)
                && tip(right, lower, -1, -1);
    }

    private boolean tip(int x, int y, int dx, int dy) {
        return ink.at(x + 2 * dx, y + 2 * dy) || ink.at(x + dx, y + dy);
    }

    private boolean side(int x, int top, int bottom) {
        int hits = 0;
        for (int y = top; y <= bottom; y++) {
            boolean hit = false;
            for (int dx = -SLACK; dx <= SLACK && !hit; dx++) {
                hit = ink.at(x + dx, y);
            }
            hits += hit ? 1 : 0;
        }
        return hits >= WHOLE_SIDE * (bottom - top + 1);
    }

    /** The sides of a table's cell go on beyond its corners. */
    private boolean partOfGrid(Run top, int y, int bottom) {
        int on = 0;
        int[] xs = {top.from(), top.to() - 1};
        int[] ys = {y, bottom};
        for (int corner = 0; corner < 4; corner++) {
            int x = xs[corner % 2];
            int yy = ys[corner / 2];
            int outX = corner % 2 == 0 ? -1 : 1;
            int outY = corner / 2 == 0 ? -1 : 1;
            on += goesOn(x + 5 * outX, yy, outX, 0) ? 1 : 0;
            on += goesOn(x, yy + 5 * outY, 0, outY) ? 1 : 0;
        }
        return on >= 2;
    }

    private boolean goesOn(int x, int y, int dx, int dy) {
        int hits = 0;
        for (int step = 0; step < 10; step++) {
            boolean hit = false;
            for (int aside = -2; aside <= 2 && !hit; aside++) {
                hit = ink.at(x + step * dx + aside * Math.abs(dy), y + step * dy + aside * Math.abs(dx));
            }
            hits += hit ? 1 : 0;
        }
        return hits >= 9;
    }

    private TickBox box(Run top, int y, int bottom) {
        int inset = Math.max(6, (int) (top.length() * 0.2));
        double share = ink.share(top.from() + inset, y + inset, top.to() - inset, bottom - inset);
        return new TickBox(top.from(), y, top.length(), bottom - y + 1, share > MARKED);
    }
}
