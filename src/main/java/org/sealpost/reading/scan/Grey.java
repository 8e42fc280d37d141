package org.sealpost.reading.scan;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/** A picture in 256 greys, 0 black, row by row. What lies outside of it is white. For one thread. */
public final class Grey {
    static final int WHITE = 255;
    private static final int SPECK = 40;

    final int width;
    final int height;
    final byte[] pixels;

    Grey(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** A white one. */
    static Grey blank(int width, int height) {
        Grey grey = new Grey(width, height, new byte[width * height]);
        Arrays.fill(grey.pixels, (byte) WHITE);
        return grey;
    }

    /** Any picture, its transparent parts on white, scaled. */
    public static Grey of(BufferedImage picture, double scale) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                scale > 1 ? RenderingHints.VALUE_INTERPOLATION_BICUBIC : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return new Grey(width, height, ((DataBufferByte) grey.getRaster().getDataBuffer()).getData());
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    int at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height ? WHITE : pixels[y * width + x] & 0xff;
    }

    void set(int x, int y, int grey) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            pixels[y * width + x] = (byte) grey;
        }
    }

    void fill(int x0, int y0, int x1, int y1, int grey) {
        int from = Math.max(0, x0);
        int to = Math.min(width, x1);
        for (int y = Math.max(0, y0); y < Math.min(height, y1) && from < to; y++) {
            Arrays.fill(pixels, y * width + from, y * width + to, (byte) grey);
        }
    }

    /** A piece with a white border around it. */
    Grey piece(int x, int y, int w, int h, int border) {
        Grey piece = blank(w + 2 * border, h + 2 * border);
        for (int row = 0; row < h; row++) {
            for (int column = 0; column < w; column++) {
                piece.set(column + border, row + border, at(x + column, y + row));
            }
        }
        return piece;
    }

    /** Turned clockwise by a number of quarters. */
    public Grey turned(int quarters) {
        int q = Math.floorMod(quarters, 4);
        if (q == 0) {
            return this;
        }
        Grey turned = q == 2
                ? new Grey(width, height, new byte[pixels.length])
                : new Grey(height, width, new byte[pixels.length]);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int to =
                        switch (q) {
                            case 1 -> x * height + (height - 1 - y);
                            case 2 -> (height - 1 - y) * width + (width - 1 - x);
                            default -> (width - 1 - x) * height + y;
                        };
                turned.pixels[to] = pixels[y * width + x];
            }
        }
        return turned;
    }

    /** Turned about its middle by a small angle, clockwise, in radians; the size stays. */
    Grey rotated(double angle) {
        Grey rotated = blank(width, height);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double mx = width / 2.0;
        double my = height / 2.0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sx = cos * (x - mx) + sin * (y - my) + mx;
                double sy = -sin * (x - mx) + cos * (y - my) + my;
                if (sx >= 0 && sy >= 0 && sx < width - 1 && sy < height - 1) {
                    rotated.pixels[y * width + x] = (byte) between(sx, sy);
                }
            }
        }
        return rotated;
    }

    /** The grey at a point between four pixels. */
    private int between(double x, double y) {
        int x0 = (int) x;
        int y0 = (int) y;
        int fx = (int) ((x - x0) * 256);
        int fy = (int) ((y - y0) * 256);
        int i = y0 * width + x0;
        int top = (pixels[i] & 0xff) * (256 - fx) + (pixels[i + 1] & 0xff) * fx;
        int bottom = (pixels[i + width] & 0xff) * (256 - fx) + (pixels[i + width + 1] & 0xff) * fx;
        return top * (256 - fy) + bottom * fy + (1 << 15) >> 16;
    }

    /** Half as wide and half as high. */
    Grey halved() {
        Grey half = blank(Math.max(1, width / 2), Math.max(1, height / 2));
        for (int y = 0; y < half.height; y++) {
            for (int x = 0; x < half.width; x++) {
                int sum = at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1);
                half.pixels[y * half.width + x] = (byte) (sum / 4);
            }
        }
        return half;
    }

    /** Every pixel the middle one of its neighbours: single specks go. */
    Grey despeckled() {
        Grey clean = new Grey(width, height, pixels.clone());
        int[] nine = new int[9];
        for (int y = 1; y + 1 < height; y++) {
            for (int x = 1; x + 1 < width; x++) {
                int n = 0;
                int i = y * width + x;
                if (Math.abs((pixels[i] & 0xff) - (pixels[i - 1] & 0xff)) <= SPECK) {
                    continue;
                }
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        nine[n++] = pixels[(y + dy) * width + x + dx] & 0xff;
                    }
                }
                int own = nine[4];
                Arrays.sort(nine);
                // Only what stands out from all about it is a speck; strokes keep their edges.
                boolean speck = own <= nine[0] && nine[1] - own > SPECK || own >= nine[8] && own - nine[7] > SPECK;
                clean.pixels[i] = (byte) (speck ? nine[4] : own);
            }
        }
        return clean;
    }
}
