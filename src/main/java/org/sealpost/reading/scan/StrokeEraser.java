package org.sealpost.reading.scan;

import java.util.List;

/** Takes ruled lines out of a picture and leaves the letters that cross them. */
final class StrokeEraser {
    private static final int INK = 70;

    private final Grey picture;
    private final boolean[] band;

    private StrokeEraser(Grey picture) {
        this.picture = picture;
        this.band = new boolean[picture.pixels.length];
    }

    static void erase(Grey picture, List<Stroke> strokes) {
        StrokeEraser eraser = new StrokeEraser(picture);
        strokes.forEach(eraser::mark);
        strokes.forEach(eraser::erase);
    }

    private static int half(Stroke stroke) {
        return (int) Math.ceil(stroke.thickness() / 2) + 2;
    }

    private void mark(Stroke stroke) {
        for (int along = (int) stroke.from() - 4; along < stroke.to() + 4; along++) {
            int at = (int) Math.round(stroke.at(along));
            for (int across = at - half(stroke); across <= at + half(stroke); across++) {
                int i = index(stroke, along, across);
                if (i >= 0) {
                    band[i] = true;
                }
            }
        }
    }

    private void erase(Stroke stroke) {
        for (int along = (int) stroke.from() - 4; along < stroke.to() + 4; along++) {
            int at = (int) Math.round(stroke.at(along));
            int reach = half(stroke);
            boolean crossed = letter(stroke, along, at - reach - 1) && letter(stroke, along, at + reach + 1);
            for (int across = at - reach; !crossed && across <= at + reach; across++) {
                int i = index(stroke, along, across);
                if (i >= 0) {
                    picture.pixels[i] = (byte) Grey.WHITE;
                }
            }
        }
    }

    private boolean letter(Stroke stroke, int along, int across) {
        int i = index(stroke, along, across);
        return i >= 0 && !band[i] && Grey.WHITE - (picture.pixels[i] & 0xff) > INK;
    }

    private int index(Stroke stroke, int along, int across) {
        int x = stroke.level() ? along : across;
        int y = stroke.level() ? across : along;
        return x < 0 || y < 0 || x >= picture.width || y >= picture.height ? -1 : y * picture.width + x;
    }
}
