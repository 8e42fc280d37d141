package org.sealpost.reading.scan;

import java.util.Arrays;

/**
 * Makes the light even: divides a picture by the brightness of its paper, so that shadows, yellowed paper and tinted
 * boxes become white. The paper's brightness is what most of a window's brightest pixels have. Then faint ink is made
 * as dark as print.
 */
final class Light {
    private static final int BLOCK = 16;
    private static final int REACH = 3;
    private static final double BRIGHT = 0.8;
    /** A little above white, so that the paper's grain is lost in it. */
    private static final double PAPER = 272;

    /** One pixel of so many is ink on any page with writing on it. */
    private static final int INK_SHARE = 300;
    /** Ink lighter than this is made darker, as far as it is ink at all. */
    private static final int FAINT = 115;

    private static final int NO_INK = 215;
    private static final int PRINT = 60;

    private final int columns;
    private final int rows;
    private final double[] paper;

    private Light(Grey picture) {
        columns = (picture.width + BLOCK - 1) / BLOCK;
        rows = (picture.height + BLOCK - 1) / BLOCK;
        double[] blocks = new double[columns * rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                blocks[row * columns + column] = bright(picture, column * BLOCK, row * BLOCK);
            }
        }
        paper = smoothed(brightest(blocks));
    }

    static Grey even(Grey picture) {
        Light light = new Light(picture);
        Grey even = new Grey(picture.width, picture.height, new byte[picture.pixels.length]);
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                int i = y * picture.width + x;
                double share = (picture.pixels[i] & 0xff) / Math.max(24, light.at(x, y));
                even.pixels[i] = (byte) Math.min(255, Math.round(share * PAPER));
            }
        }
        darken(even);
        return even;
    }

    /** Faint writing, a carbon copy or grey on yellow, becomes as dark as print. */
    private static void darken(Grey even) {
        int[] counts = new int[256];
        for (byte pixel : even.pixels) {
            counts[pixel & 0xff]++;
        }
        int ink = 0;
        for (long left = even.pixels.length / INK_SHARE; ink < 255 && left >= counts[ink]; ink++) {
            left -= counts[ink];
        }
        if (ink < FAINT || ink > NO_INK) {
            return;
        }
        double more = (PAPER - PRINT) / (PAPER - ink);
        for (int i = 0; i < even.pixels.length; i++) {
            int grey = even.pixels[i] & 0xff;
            even.pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(PAPER - (PAPER - grey) * more)));
        }
    }

    private static double bright(Grey picture, int x0, int y0) {
        int[] counts = new int[256];
        int all = 0;
        for (int y = y0; y < Math.min(picture.height, y0 + BLOCK); y++) {
            for (int x = x0; x < Math.min(picture.width, x0 + BLOCK); x++) {
                counts[picture.pixels[y * picture.width + x] & 0xff]++;
                all++;
            }
        }
        int left = (int) (all * (1 - BRIGHT));
        for (int grey = 255; grey > 0; grey--) {
            left -= counts[grey];
            if (left < 0) {
                return grey;
            }
        }
        return 0;
    }

    /** A block full of ink has the paper of those around it; half of them decide, so that a glare does not. */
    private double[] brightest(double[] blocks) {
        double[] result = new double[blocks.length];
        double[] near = new double[(2 * REACH + 1) * (2 * REACH + 1)];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int n = 0;
                for (int r = Math.max(0, row - REACH); r <= Math.min(rows - 1, row + REACH); r++) {
                    for (int c = Math.max(0, column - REACH); c <= Math.min(columns - 1, column + REACH); c++) {
                        near[n++] = blocks[r * columns + c];
                    }
                }
                Arrays.sort(near, 0, n);
                result[row * columns + column] = near[(int) (n * 0.7)];
            }
        }
        return result;
    }

    private double[] smoothed(double[] blocks) {
        double[] result = new double[blocks.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double sum = 0;
                int n = 0;
                for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                    for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                        sum += blocks[r * columns + c];
                        n++;
                    }
                }
                result[row * columns + column] = sum / n;
            }
        }
        return result;
    }

    private double at(int x, int y) {
        double column = Math.max(0, Math.min(columns - 1.0, (x - BLOCK / 2.0) / BLOCK));
        double row = Math.max(0, Math.min(rows - 1.0, (y - BLOCK / 2.0) / BLOCK));
        int c = (int) column;
        int r = (int) row;
        int c1 = Math.min(columns - 1, c + 1);
        int r1 = Math.min(rows - 1, r + 1);
        double fx = column - c;
        double fy = row - r;
        double top = paper[r * columns + c] * (1 - fx) + paper[r * columns + c1] * fx;
        double bottom = paper[r1 * columns + c] * (1 - fx) + paper[r1 * columns + c1] * fx;
        return top * (1 - fy) + bottom * fy;
    }
}
