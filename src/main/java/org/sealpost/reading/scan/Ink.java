package org.sealpost.reading.scan;

import java.util.ArrayList;
import java.util.List;

/** Which pixels of an evenly lit picture are ink. */
final class Ink {
    /** One connected piece of ink. */
    record Blot(int x, int y, int width, int height, int pixels) {}

    private static final int MOST_BLOTS = 200_000;

    final int width;
    final int height;
    final boolean[] dark;

    private Ink(int width, int height, boolean[] dark) {
        this.width = width;
        this.height = height;
        this.dark = dark;
    }

    /** By one threshold for the page (Otsu 1979), which is enough once the light is even. */
    static Ink of(Grey even) {
        int[] counts = new int[256];
        for (byte pixel : even.pixels) {
            counts[pixel & 0xff]++;
        }
        int threshold = Math.max(100, Math.min(190, otsu(counts, even.pixels.length)));
        boolean[] dark = new boolean[even.pixels.length];
        for (int i = 0; i < dark.length; i++) {
            dark[i] = (even.pixels[i] & 0xff) < threshold;
        }
        return new Ink(even.width, even.height, dark);
    }

    private static int otsu(int[] counts, int all) {
        double sum = 0;
        for (int grey = 0; grey < 256; grey++) {
            sum += (double) grey * counts[grey];
        }
        double below = 0;
        double belowSum = 0;
        double best = -1;
        int threshold = 128;
        for (int grey = 0; grey < 255; grey++) {
            below += counts[grey];
            belowSum += (double) grey * counts[grey];
            double above = all - below;
            if (below > 0 && above > 0) {
                double gap = belowSum / below - (sum - belowSum) / above;
                double between = below * above * gap * gap;
                if (between > best) {
                    best = between;
                    threshold = grey + 1;
                }
            }
        }
        return threshold;
    }

    boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && dark[y * width + x];
    }

    double share(int x0, int y0, int x1, int y1) {
        int ink = 0;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                ink += at(x, y) ? 1 : 0;
            }
        }
        return ink / (double) Math.max(1, (x1 - x0) * (y1 - y0));
    }

    /** The connected pieces, eight neighbours to a pixel. */
    List<Blot> blots() {
        boolean[] seen = new boolean[dark.length];
        int[] stack = new int[dark.length / 2 + 16];
        List<Blot> blots = new ArrayList<>();
        for (int start = 0; start < dark.length && blots.size() < MOST_BLOTS; start++) {
            if (dark[start] && !seen[start]) {
                blots.add(blot(start, seen, stack));
            }
        }
        return blots;
    }

    private Blot blot(int start, boolean[] seen, int[] stack) {
        int top = 0;
        stack[top++] = start;
        seen[start] = true;
        int left = width;
        int right = 0;
        int upper = height;
        int lower = 0;
        int pixels = 0;
        while (top > 0) {
            int at = stack[--top];
            int x = at % width;
            int y = at / width;
            pixels++;
            left = Math.min(left, x);
            right = Math.max(right, x);
            upper = Math.min(upper, y);
            lower = Math.max(lower, y);
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int to = (y + dy) * width + x + dx;
                    if (at(x + dx, y + dy) && !seen[to] && top < stack.length) {
                        seen[to] = true;
                        stack[top++] = to;
                    }
                }
            }
        }
        return new Blot(left, upper, right - left + 1, lower - upper + 1, pixels);
    }
}
