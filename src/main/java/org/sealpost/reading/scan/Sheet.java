package org.sealpost.reading.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * A page made ready: upright, level, evenly lit, its ruled lines and tick boxes found and taken out. Measures are in its
 * own pixels, which are about 300 an inch; {@link #original} leads back to the picture it was made from.
 */
public final class Sheet {
    private static final int BAR_WIDTH = 110;
    private static final int BAR_HEIGHT = 30;
    private static final double BAR_INK = 0.55;
    private static final double CLEARER = 1.25;

    private final Grey source;
    private final int quarters;
    private final double angle;
    private final Grey clean;
    private final List<Stroke> strokes;
    private final List<TickBox> boxes;

    private Sheet(Grey source, Grey even, int quarters, double angle) {
        this.source = source;
        this.quarters = quarters;
        this.angle = angle;
        clean = Math.abs(angle) < 1e-4 ? even : even.rotated(-angle);
        boxes = TickBoxFinder.of(Ink.of(clean));
        boxes.forEach(b -> clean.fill(b.x() - 4, b.y() - 4, b.x() + b.width() + 4, b.y() + b.height() + 4, 255));
        strokes = StrokeFinder.of(clean);
        StrokeEraser.erase(clean, strokes);
        invertBars();
    }

    /** Makes a picture ready, turned by so many quarters clockwise on top of what its lines say. */
    public static Sheet of(Grey picture, int moreQuarters) {
        Grey even = Light.even(picture.despeckled());
        Skew.Found as = Skew.of(Ink.of(even.halved()));
        Grey side = even.turned(1);
        Skew.Found turned = Skew.of(Ink.of(side.halved()));
        int quarters = turned.score() > as.score() * CLEARER ? 1 : 0;
        double angle = quarters == 1 ? turned.angle() : as.angle();
        int all = Math.floorMod(quarters + moreQuarters, 4);
        return new Sheet(picture, even.turned(all), all, angle);
    }

    /** The same the other way up. */
    public Sheet upsideDown() {
        Grey even = Light.even(source.despeckled());
        return new Sheet(source, even.turned(quarters + 2), (quarters + 2) % 4, angle);
    }

    /** White writing on dark bars becomes black on white, as everywhere else. */
    private void invertBars() {
        for (Ink.Blot blot : Ink.of(clean).blots()) {
            boolean bar = blot.width() >= BAR_WIDTH
                    && blot.height() >= BAR_HEIGHT
                    && blot.pixels() > BAR_INK * blot.width() * blot.height();
            for (int y = blot.y(); bar && y < blot.y() + blot.height(); y++) {
                for (int x = blot.x(); x < blot.x() + blot.width(); x++) {
                    clean.set(x, y, Math.min(255, (int) ((255 - clean.at(x, y)) * 1.3)));
                }
            }
        }
    }

    /** True where the picture lay on its side, so that nobody knows yet on which. */
    public boolean onItsSide() {
        return quarters % 2 == 1;
    }

    Grey clean() {
        return clean;
    }

    public List<Stroke> strokes() {
        return new ArrayList<>(strokes);
    }

    public List<TickBox> boxes() {
        return new ArrayList<>(boxes);
    }

    /** Where a point of this sheet lies in the picture it was made from. */
    public double[] original(double x, double y) {
        double mx = clean.width() / 2.0;
        double my = clean.height() / 2.0;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double tx = cos * (x - mx) - sin * (y - my) + mx;
        double ty = sin * (x - mx) + cos * (y - my) + my;
        return switch (quarters) {
            case 1 -> new double[] {ty, clean.width() - tx};
            case 2 -> new double[] {clean.width() - tx, clean.height() - ty};
            case 3 -> new double[] {clean.height() - ty, tx};
            default -> new double[] {tx, ty};
        };
    }

    /** Where a point of the picture lies on this sheet. */
    public double[] onSheet(double x, double y) {
        double tx = x;
        double ty = y;
        if (quarters == 1) {
            tx = clean.width() - y;
            ty = x;
        } else if (quarters == 2) {
            tx = clean.width() - x;
            ty = clean.height() - y;
        } else if (quarters == 3) {
            tx = y;
            ty = clean.height() - x;
        }
        double mx = clean.width() / 2.0;
        double my = clean.height() / 2.0;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new double[] {cos * (tx - mx) + sin * (ty - my) + mx, -sin * (tx - mx) + cos * (ty - my) + my};
    }
}
