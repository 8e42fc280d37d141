package org.sealpost.reading.scan;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Random;

/** A printed form on a scanner's glass, for tests: a ruled table, tick boxes, a line of writing; A4 at 200 dots an inch. */
public final class Paper {
    public static final int WIDTH = 1654;
    public static final int HEIGHT = 2339;
    static final int[] ROWS = {300, 360, 420, 480};
    static final int[] COLUMNS = {150, 600, 1400};

    private Paper() {}

    /** Flat, clean and upright. */
    public static BufferedImage printed() {
        BufferedImage paper = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = paper.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 44));
        graphics.drawString("Information sharing form", 150, 200);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 30));
        graphics.setStroke(new BasicStroke(2));
        for (int y : ROWS) {
            graphics.drawLine(COLUMNS[0], y, COLUMNS[2], y);
        }
        for (int x : COLUMNS) {
            graphics.drawLine(x, ROWS[0], x, ROWS[3]);
        }
        String[][] cells = {
            {"Name of suspect", "Gareth Lindqvist"}, {"Registration", "NV65 LOD"}, {"Telephone", "07700 900117"}
        };
        for (int row = 0; row < 3; row++) {
            graphics.drawString(cells[row][0], COLUMNS[0] + 12, ROWS[row] + 42);
            graphics.drawString(cells[row][1], COLUMNS[1] + 12, ROWS[row] + 42);
        }
        box(graphics, 150, 600, true);
        graphics.drawString("Seen by me", 200, 630);
        box(graphics, 600, 600, false);
        graphics.drawString("Told by somebody", 650, 630);
        graphics.drawString("Two pupils say that he sells them vapes from the van near the school.", 150, 760);
        graphics.drawString("He offered them a lift to a party on Saturday and they did not go with him.", 150, 810);
        graphics.dispose();
        return paper;
    }

    private static void box(Graphics2D graphics, int x, int y, boolean ticked) {
        graphics.setStroke(new BasicStroke(2));
        graphics.drawRect(x, y, 32, 32);
        if (ticked) {
            graphics.setStroke(new BasicStroke(3));
            graphics.drawLine(x + 7, y + 7, x + 25, y + 25);
            graphics.drawLine(x + 25, y + 7, x + 7, y + 25);
        }
    }

    /** Turned by quarters and by a few degrees, with a shadow across it and grain, always the same. */
    public static BufferedImage scanned(int quarters, double degrees) {
        boolean sideways = quarters % 2 == 1;
        int width = sideways ? HEIGHT : WIDTH;
        int height = sideways ? WIDTH : HEIGHT;
        BufferedImage scan = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = scan.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.rotate(Math.toRadians(degrees + 90.0 * quarters), width / 2.0, height / 2.0);
        graphics.drawImage(printed(), (width - WIDTH) / 2, (height - HEIGHT) / 2, null);
        graphics.dispose();
        Random random = new Random(1);
        WritableRaster raster = scan.getRaster();
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                double shade = 1 - 0.45 * x / width;
                row[x] = (int) Math.max(0, Math.min(255, row[x] * shade + random.nextGaussian() * 7));
            }
            raster.setPixels(0, y, width, 1, row);
        }
        return scan;
    }
}
