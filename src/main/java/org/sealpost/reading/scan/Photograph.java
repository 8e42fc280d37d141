package org.sealpost.reading.scan;

/** The size of a picture whose resolution nobody knows, by the size of its letters. */
public final class Photograph {
    /** What letters of ten points have at 300 dots an inch, small ones and capitals together. */
    private static final double USUAL_LETTER = 25;

    private static final double SMALLEST_SCALE = 0.35;
    private static final double LARGEST_SCALE = 3;
    private static final double MOST_PIXELS = 10_000_000;
    private static final int FEW = 20;
    private static final double TOO_COARSE = 6.5;

    private final Grey picture;
    private final double[] letters;

    public Photograph(Grey picture) {
        this.picture = picture;
        this.letters = Ink.of(Light.even(picture)).blots().stream()
                .filter(b -> b.height() >= 3 && b.height() <= 120 && b.width() <= 4 * b.height() && b.pixels() >= 5)
                .mapToDouble(Ink.Blot::height)
                .sorted()
                .toArray();
    }

    /** True where its letters are too small to be told apart, as in the small copy of a page that a document carries. */
    public boolean isTooCoarse() {
        return letters.length < FEW || letters[letters.length / 2] < TOO_COARSE;
    }

    /** By how much it must grow for its letters to be as high as on a sheet. */
    public double scale() {
        double most = Math.sqrt(MOST_PIXELS / ((double) picture.width() * picture.height()));
        double[] whole = java.util.Arrays.stream(letters).filter(h -> h >= 6).toArray();
        double wanted = whole.length < FEW ? 1 : USUAL_LETTER / whole[whole.length / 2];
        return Math.min(most, Math.max(SMALLEST_SCALE, Math.min(LARGEST_SCALE, wanted)));
    }
}
