package org.sealpost.reading.scan;

/**
 * How far the lines of writing lean. Of all angles the right one is that at which the sums of ink along its rows differ
 * most from row to row: lines of writing and ruled lines then fall into rows of their own.
 */
final class Skew {
    private static final double STEEPEST = Math.toRadians(8);
    private static final double COARSE = Math.toRadians(0.5);
    private static final double FINE = Math.toRadians(0.05);

    private Skew() {}

    /** @param score how clear the lines are: of a picture upright and of one on its side the higher is upright */
    record Found(double angle, double score) {}

    /** The angle, clockwise, in radians, by which the picture leans; at most 8 degrees. */
    static Found of(Ink ink) {
        int[] points = points(ink);
        Found best = best(points, ink, -STEEPEST, STEEPEST, COARSE);
        return best(points, ink, best.angle() - COARSE, best.angle() + COARSE, FINE);
    }

    private static Found best(int[] points, Ink ink, double from, double to, double step) {
        Found best = new Found(0, -1);
        for (double angle = from; angle <= to + step / 2; angle += step) {
            double score = score(points, ink, angle);
            if (score > best.score()) {
                best = new Found(angle, score);
            }
        }
        return best;
    }

    /** The lower edges of the ink: they lie on base lines and rules, and are few. */
    private static int[] points(Ink ink) {
        int[] points = new int[ink.dark.length];
        int n = 0;
        for (int y = 2; y + 3 < ink.height; y++) {
            for (int x = 2; x + 2 < ink.width; x++) {
                int i = y * ink.width + x;
                if (ink.dark[i] && !ink.dark[i + ink.width] && !ink.dark[i + 2 * ink.width]) {
                    points[n++] = i;
                }
            }
        }
        return java.util.Arrays.copyOf(points, n);
    }

    private static double score(int[] points, Ink ink, double angle) {
        double slope = Math.tan(angle);
        int shift = (int) Math.ceil(Math.abs(slope) * ink.width) + 1;
        int[] rows = new int[ink.height + 2 * shift + 2];
        int middle = ink.width / 2;
        for (int point : points) {
            int x = point % ink.width;
            int y = point / ink.width;
            rows[(int) Math.round(y - slope * (x - middle)) + shift]++;
        }
        double score = 0;
        for (int row : rows) {
            score += (double) row * row;
        }
        return score / Math.max(1, points.length);
    }
}
