package org.sealpost.bench;

import java.util.List;
import java.util.Locale;

/**
 * Figures of one unit as bars of their medians, with a line from the lowest to the highest run; on a logarithmic axis where
 * they differ much.
 */
record BarChart(String title, String unit, List<Figure> figures) {
    private static final int LEFT = 430;
    private static final int WIDTH = 900;
    private static final int BAR = 18;
    private static final int ROW = 30;
    private static final int TOP = 60;

    String svg() {
        double most = figures.stream().mapToDouble(Figure::highest).max().orElse(1);
        double least = figures.stream().mapToDouble(Figure::lowest).min().orElse(1);
        boolean logarithmic = least > 0 && most / least > 50;
        double from = logarithmic ? Math.pow(10, Math.floor(Math.log10(least))) : 0;
        double to = logarithmic ? Math.pow(10, Math.ceil(Math.log10(most))) : most * 1.08;
        int height = TOP + figures.size() * ROW + 60;
        StringBuilder svg = new StringBuilder();
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
                        + "font-family=\"sans-serif\" font-size=\"13\">\n",
                WIDTH, height, WIDTH, height));
        svg.append(format("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>\n", WIDTH, height));
        svg.append(format("<text x=\"20\" y=\"30\" font-size=\"18\">%s</text>\n", escaped(title)));
        for (int tick = 0; tick <= 4; tick++) {
            double value = logarithmic ? from * Math.pow(to / from, tick / 4.0) : to * tick / 4;
            double x = x(value, from, to, logarithmic);
            svg.append(format(
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#ddd\"/>\n",
                    x, TOP - 10, x, height - 50));
            svg.append(format(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n", x, height - 34, number(value)));
        }
        svg.append(format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s%s</text>\n",
                (LEFT + WIDTH) / 2, height - 12, escaped(unit), logarithmic ? " (logarithmic)" : ""));
        for (int i = 0; i < figures.size(); i++) {
            bar(svg, figures.get(i), TOP + i * ROW, from, to, logarithmic);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void bar(StringBuilder svg, Figure figure, int y, double from, double to, boolean logarithmic) {
        double end = x(figure.median(), from, to, logarithmic);
        double middle = y + BAR / 2.0;
        svg.append(format(
                "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n",
                LEFT - 8, middle + 4, escaped(figure.what())));
        svg.append(format(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#1d70b8\"/>\n", LEFT, y, end - LEFT, BAR));
        svg.append(format(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"black\" stroke-width=\"2\"/>\n",
                x(figure.lowest(), from, to, logarithmic), middle, x(figure.highest(), from, to, logarithmic), middle));
        svg.append(format(
                "<text x=\"%.1f\" y=\"%.1f\">%s</text>\n",
                Math.min(WIDTH - 60.0, x(figure.highest(), from, to, logarithmic) + 6),
                middle + 4,
                number(figure.median())));
    }

    private static double x(double value, double from, double to, boolean logarithmic) {
        double share = logarithmic ? Math.log(value / from) / Math.log(to / from) : value / to;
        return LEFT + Math.max(0, share) * (WIDTH - LEFT - 70);
    }

    private static String number(double value) {
        return value >= 100 ? format("%.0f", value) : value >= 10 ? format("%.1f", value) : format("%.2f", value);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
