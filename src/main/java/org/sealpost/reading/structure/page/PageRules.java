package org.sealpost.reading.structure.page;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;

/** The straight level and upright lines drawn on a PDF page: the rules of its tables. */
public final class PageRules extends PDFGraphicsStreamEngine {
    private static final double THICKEST = 3;
    private static final double SHORTEST = 6;
    private static final int MOST = 5_000;

    /**
     * One line, measured from the page's top left corner.
     *
     * @param at its y where it is level, its x where it is upright
     */
    public record Rule(boolean level, double at, double from, double to) {}

    private final List<Rule> rules = new ArrayList<>();
    private final List<double[]> path = new ArrayList<>();
    private double pictures;
    private long largest;
    private final double left;
    private final double top;
    private Point2D current = new Point2D.Double();

    private PageRules(PDPage page) {
        super(page);
        left = page.getCropBox().getLowerLeftX();
        top = page.getCropBox().getUpperRightY();
    }

    /**
     * What is drawn on a page.
     *
     * @param pictures how much of the page its pictures cover, 0 to 1
     * @param largest the number of pixels of the largest picture, as the page declares it
     */
    public record Drawing(List<Rule> rules, double pictures, long largest) {}

    public static Drawing of(PDPage page) throws IOException {
        PageRules drawn = new PageRules(page);
        drawn.processPage(page);
        double area =
                Math.max(1, page.getCropBox().getWidth() * page.getCropBox().getHeight());
        return new Drawing(drawn.rules, Math.min(1, drawn.pictures / area), drawn.largest);
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        line(p0, p1);
        line(p1, p2);
        line(p2, p3);
        line(p3, p0);
    }

    private void line(Point2D a, Point2D b) {
        if (path.size() < MOST) {
            path.add(new double[] {a.getX() - left, top - a.getY(), b.getX() - left, top - b.getY()});
        }
    }

    /** Level and upright lines; the two long sides of a thin rectangle are one line. */
    private void keep() {
        for (double[] line : path) {
            double width = Math.abs(line[0] - line[2]);
            double height = Math.abs(line[1] - line[3]);
            if (rules.size() >= MOST) {
                break;
            }
            if (height <= THICKEST && width >= SHORTEST) {
                rules.add(new Rule(
                        true, (line[1] + line[3]) / 2, Math.min(line[0], line[2]), Math.max(line[0], line[2])));
            } else if (width <= THICKEST && height >= SHORTEST) {
                rules.add(new Rule(
                        false, (line[0] + line[2]) / 2, Math.min(line[1], line[3]), Math.max(line[1], line[3])));
            }
        }
        path.clear();
    }

    @Override
    public void drawImage(PDImage image) {
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        pictures += Math.abs(matrix.getScaleX() * matrix.getScaleY() - matrix.getShearX() * matrix.getShearY());
        largest = Math.max(largest, (long) image.getWidth() * image.getHeight());
    }

    @Override
    public void clip(int windingRule) {}

    @Override
    public void moveTo(float x, float y) {
        current = new Point2D.Double(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        Point2D to = new Point2D.Double(x, y);
        line(current, to);
        current = to;
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        current = new Point2D.Double(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void closePath() {}

    @Override
    public void endPath() {
        path.clear();
    }

    @Override
    public void strokePath() {
        keep();
    }

    @Override
    public void fillPath(int windingRule) {
        keep();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        keep();
    }

    @Override
    public void shadingFill(COSName shadingName) {}
}
