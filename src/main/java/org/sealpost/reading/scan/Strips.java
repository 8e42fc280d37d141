package org.sealpost.reading.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts the writing on a sheet into strips, one line of writing each: pieces of ink side by side on one height, without a
 * wide gap, within one region.
 */
final class Strips {
    /** Beyond so many letters' heights another strip begins. */
    private static final double WIDE_GAP = 2.2;

    private static final int MOST = 600;

    /** @param tall true where it is higher than one line, because lines touch or somebody wrote by hand */
    record Strip(int x, int y, int width, int height, boolean tall) {}

    private final List<Growing> growing = new ArrayList<>();
    private final double usual;

    private Strips(double usual) {
        this.usual = usual;
    }

    private static final class Growing {
        private final int region;
        private int left;
        private int right;
        private int top;
        private int bottom;

        Growing(int region, Ink.Blot blot) {
            this.region = region;
            left = blot.x();
            right = blot.x() + blot.width();
            top = blot.y();
            bottom = blot.y() + blot.height();
        }

        void take(Ink.Blot blot) {
            left = Math.min(left, blot.x());
            right = Math.max(right, blot.x() + blot.width());
            top = Math.min(top, blot.y());
            bottom = Math.max(bottom, blot.y() + blot.height());
        }

        double shared(Ink.Blot blot) {
            double overlap = Math.min(bottom, blot.y() + blot.height()) - Math.max(top, blot.y());
            return overlap / Math.max(1, Math.min(bottom - top, blot.height()));
        }
    }

    static List<Strip> of(Grey clean, List<Region> regions) {
        List<Ink.Blot> blots = Ink.of(clean).blots();
        List<Ink.Blot> letters = new ArrayList<>(blots.stream()
                .filter(b -> b.height() >= 9 && b.pixels() >= 24)
                .filter(b -> b.width() < clean.width() / 2 && b.height() < 240)
                .filter(b -> b.height() < 12 * b.width())
                .toList());
        double[] heights =
                letters.stream().mapToDouble(Ink.Blot::height).sorted().toArray();
        double usual = heights.length == 0 ? 24 : heights[heights.length / 2];
        Strips strips = new Strips(usual);
        letters.sort(Comparator.comparingInt(Ink.Blot::x));
        letters.forEach(b -> strips.letter(b, region(b, regions)));
        blots.stream()
                .filter(b -> b.height() < 9 || b.pixels() < 24)
                .filter(b -> b.pixels() >= 6)
                .forEach(b -> strips.mark(b, region(b, regions)));
        return strips.list();
    }

    private static int region(Ink.Blot blot, List<Region> regions) {
        double x = blot.x() + blot.width() / 2.0;
        double y = blot.y() + blot.height() / 2.0;
        for (int i = 0; i < regions.size(); i++) {
            if (regions.get(i).holds(x, y)) {
                return i;
            }
        }
        return -1;
    }

    private void letter(Ink.Blot blot, int region) {
        Growing best = null;
        double nearest = Double.MAX_VALUE;
        for (Growing strip : growing) {
            double gap = blot.x() - strip.right;
            double wide = WIDE_GAP * Math.max(usual, Math.min(strip.bottom - strip.top, blot.height()));
            if (strip.region == region && gap < wide && strip.shared(blot) >= 0.45 && gap < nearest) {
                best = strip;
                nearest = gap;
            }
        }
        if (best == null) {
            growing.add(new Growing(region, blot));
        } else {
            best.take(blot);
        }
    }

    /** A dot, a comma, a dash: belongs to the strip beside it, and makes none. */
    private void mark(Ink.Blot blot, int region) {
        double x = blot.x() + blot.width() / 2.0;
        double y = blot.y() + blot.height() / 2.0;
        for (Growing strip : growing) {
            double reach = 0.35 * Math.max(usual, strip.bottom - strip.top);
            boolean beside = x > strip.left - 1.2 * usual && x < strip.right + 1.2 * usual;
            if (strip.region == region && beside && y > strip.top - reach && y < strip.bottom + reach) {
                strip.take(blot);
                return;
            }
        }
    }

    private List<Strip> list() {
        return growing.stream()
                .filter(s -> s.bottom - s.top >= 12 && s.bottom - s.top < 400)
                .filter(s -> s.right - s.left >= 4)
                .sorted(Comparator.comparingInt((Growing s) -> s.top))
                .limit(MOST)
                .map(s -> new Strip(
                        s.left, s.top, s.right - s.left, s.bottom - s.top, s.bottom - s.top > 2.6 * usual + 12))
                .toList();
    }
}
