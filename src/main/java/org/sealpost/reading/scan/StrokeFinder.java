package org.sealpost.reading.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds ruled lines, faint and broken ones too: rows of pixels that are darker than what lies a little above and below
 * them, over a long way. Letters are not, because beside their level strokes stand upright ones.
 */
final class StrokeFinder {
    /** Half of the pixels over which darkness is averaged along the line. */
    private static final int ALONG = 5;

    private static final int GAP = 14;
    private static final int DARKER = 12;
    private static final int LONGEST_LEVEL_BREAK = 45;
    private static final int MOST_RUNS = 60_000;
    private static final int MOST = 3_000;
    private static final int SOLID = 150;
    private static final double UNBROKEN = 0.72;
    private static final int TALLEST = 26;
    private static final int MEETS = 12;
    private static final int BEYOND = 80;
    private static final int SHORT = 36;
    private static final int LONG = 150;
    /** A line is about as dark everywhere along it. */
    private static final double STEADY = 0.88;

    private record Run(int y, int from, int to) {}

    private final Grey picture;
    private final boolean thick;
    private final int reach;
    private final int shortest;
    private final List<Run> runs = new ArrayList<>();

    private StrokeFinder(Grey picture, boolean thick, int shortest) {
        this.picture = picture;
        this.thick = thick;
        this.reach = thick ? 15 : 6;
        this.shortest = shortest;
    }

    /** All lines of a picture of about 300 dots an inch whose light is even. */
    static List<Stroke> of(Grey even) {
        List<Stroke> strokes = new ArrayList<>(level(even, 95));
        List<Stroke> levels = List.copyOf(strokes);
        for (Stroke found : level(transposed(even), 46)) {
            Stroke upright = new Stroke(false, found.at(), found.from(), found.to(), found.lean(), found.thickness());
            Stroke held = between(upright, levels);
            if (held != null) {
                strokes.add(held);
            }
        }
        return strokes;
    }

    /**
     * An upright line ends at the level ones it meets; what goes a little beyond is a letter. A short one that meets none
     * is a letter altogether.
     */
    @org.jspecify.annotations.Nullable private static Stroke between(Stroke upright, List<Stroke> levels) {
        double first = Double.MAX_VALUE;
        double last = -1;
        for (Stroke level : levels) {
            double at = level.at(upright.at());
            boolean meets = level.from() - MEETS < upright.at() && level.to() + MEETS > upright.at();
            if (meets && at > upright.from() - MEETS && at < upright.to() + MEETS) {
                first = Math.min(first, at);
                last = Math.max(last, at);
            }
        }
        if (last < 0) {
            return upright.length() < LONG ? null : upright;
        }
        double from = first - upright.from() < BEYOND ? first : upright.from();
        double to = upright.to() - last < BEYOND ? last : upright.to();
        return to - from < SHORT
                ? null
                : new Stroke(false, upright.at(), from, to, upright.lean(), upright.thickness());
    }

    private static List<Stroke> level(Grey even, int shortest) {
        List<Stroke> thin = new StrokeFinder(even, false, shortest).find();
        for (Stroke thick : new StrokeFinder(even, true, shortest).find()) {
            if (thin.stream().noneMatch(t -> same(t, thick))) {
                thin.add(thick);
            }
        }
        return joined(thin);
    }

    private static boolean same(Stroke a, Stroke b) {
        return Math.abs(a.at() - b.at()) < 12 && a.from() < b.to() + 10 && b.from() < a.to() + 10;
    }

    private static Grey transposed(Grey picture) {
        Grey transposed = new Grey(picture.height, picture.width, new byte[picture.pixels.length]);
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                transposed.pixels[x * picture.height + y] = picture.pixels[y * picture.width + x];
            }
        }
        return transposed;
    }

    private List<Stroke> find() {
        int[][] darkness = new int[2 * reach + 1][];
        for (int y = 0; y < picture.height + reach && runs.size() < MOST_RUNS; y++) {
            darkness[y % darkness.length] = y < picture.height ? averaged(y) : new int[picture.width];
            int middle = y - reach;
            if (middle >= reach) {
                scan(
                        middle,
                        darkness[Math.floorMod(middle - reach, darkness.length)],
                        darkness[middle % darkness.length],
                        darkness[y % darkness.length]);
            }
        }
        return strokes();
    }

    private int[] averaged(int y) {
        int[] row = new int[picture.width];
        int sum = 0;
        for (int x = -ALONG; x < picture.width; x++) {
            sum += Grey.WHITE - picture.at(x + ALONG, y);
            if (x - ALONG > 0) {
                sum -= Grey.WHITE - picture.at(x - ALONG - 1, y);
            }
            if (x >= 0) {
                row[x] = sum / (2 * ALONG + 1);
            }
        }
        return row;
    }

    private void scan(int y, int[] above, int[] row, int[] below) {
        int from = -1;
        int last = -1;
        int hits = 0;
        for (int x = 0; x <= picture.width; x++) {
            boolean ridge =
                    x < picture.width && (!thick || row[x] > SOLID) && ridge(row[x], Math.max(above[x], below[x]));
            if (ridge) {
                from = from < 0 ? x : from;
                hits = last < 0 ? 1 : hits + 1;
                last = x;
            } else if (from >= 0 && (x - last > GAP || x == picture.width)) {
                int length = last - from + 1;
                if (length >= shortest / 2 && hits > UNBROKEN * length) {
                    runs.add(new Run(y, from, last + 1));
                }
                from = -1;
                last = -1;
            }
        }
    }

    private static boolean ridge(int own, int beside) {
        return own - beside >= DARKER && beside * 2 <= own + 8;
    }

    private List<Stroke> strokes() {
        List<List<Run>> open = new ArrayList<>();
        List<Stroke> done = new ArrayList<>();
        for (Run run : runs) {
            List<Run> mine = null;
            for (List<Run> group : open) {
                Run last = group.get(group.size() - 1);
                if (run.y() - group.get(0).y() < TALLEST && touches(group, run) && last.y() >= run.y() - 3) {
                    mine = group;
                    break;
                }
            }
            if (mine == null) {
                mine = new ArrayList<>();
                open.add(mine);
            }
            mine.add(run);
            open.removeIf(group -> {
                boolean over = group.get(group.size() - 1).y() < run.y() - 3;
                if (over) {
                    close(group, done);
                }
                return over;
            });
        }
        open.forEach(group -> close(group, done));
        return done;
    }

    private static boolean touches(List<Run> group, Run run) {
        for (int i = group.size() - 1; i >= 0 && group.get(i).y() >= run.y() - 3; i--) {
            Run other = group.get(i);
            if (run.from() < other.to() + GAP && other.from() < run.to() + GAP) {
                return true;
            }
        }
        return false;
    }

    private void close(List<Run> group, List<Stroke> done) {
        int from = group.stream().mapToInt(Run::from).min().orElse(0);
        int to = group.stream().mapToInt(Run::to).max().orElse(0);
        if (to - from < shortest || done.size() >= MOST) {
            return;
        }
        double weight = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (Run run : group) {
            double w = run.to() - run.from();
            // A run stands for all points along it.
            double x = (run.from() + run.to()) / 2.0;
            weight += w;
            sx += w * x;
            sy += w * run.y();
            sxx += w * (x * x + w * w / 12);
            sxy += w * x * run.y();
        }
        double spread = sxx - sx * sx / weight;
        double lean = spread <= 0 ? 0 : (sxy - sx * sy / weight) / spread;
        double at = sy / weight + lean * ((from + to) / 2.0 - sx / weight);
        double thickness = Math.max(1, Math.min(reach, weight / (to - from)));
        Stroke stroke = new Stroke(true, at, from, to, lean, thickness);
        if (steady(stroke)) {
            done.add(stroke);
        }
    }

    /** Between the letters of a word there is paper; along a line there is not. */
    private boolean steady(Stroke stroke) {
        int from = (int) stroke.from();
        int[] darkness = new int[(int) stroke.length()];
        for (int i = 0; i < darkness.length; i++) {
            int at = (int) Math.round(stroke.at(from + i));
            for (int across = at - 2; across <= at + 2; across++) {
                int sum = 0;
                for (int along = -1; along <= 1; along++) {
                    sum += Grey.WHITE - picture.at(from + i + along, across);
                }
                darkness[i] = Math.max(darkness[i], sum / 3);
            }
        }
        int[] sorted = darkness.clone();
        java.util.Arrays.sort(sorted);
        int usual = sorted[sorted.length / 2];
        int steady = 0;
        for (int dark : darkness) {
            steady += dark * 2 >= usual ? 1 : 0;
        }
        return steady >= STEADY * darkness.length;
    }

    /** Pieces of one line that a crease, a stamp or a letter broke. */
    private static List<Stroke> joined(List<Stroke> pieces) {
        List<Stroke> rest = new ArrayList<>(pieces);
        rest.sort(Comparator.comparingDouble(Stroke::from));
        List<Stroke> joined = new ArrayList<>();
        for (Stroke piece : rest) {
            int before = -1;
            for (int i = 0; i < joined.size(); i++) {
                Stroke other = joined.get(i);
                double gap = piece.from() - other.to();
                if (gap < LONGEST_LEVEL_BREAK && Math.abs(other.at(piece.from()) - piece.at(piece.from())) < 5) {
                    before = i;
                }
            }
            if (before < 0) {
                joined.add(piece);
            } else {
                joined.set(before, both(joined.get(before), piece));
            }
        }
        return joined;
    }

    private static Stroke both(Stroke a, Stroke b) {
        if (b.to() <= a.to()) {
            return a;
        }
        double whole = a.length() + b.length();
        double first = a.at(a.from());
        double last = b.at(b.to());
        double lean = (last - first) / Math.max(1, b.to() - a.from());
        return new Stroke(
                true,
                (first + last) / 2,
                a.from(),
                b.to(),
                lean,
                (a.thickness() * a.length() + b.thickness() * b.length()) / whole);
    }
}
