package org.sealpost.reading.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Recognises the writing on a sheet, strip by strip, in a few runs of the command. */
public final class PageRecogniser {
    private static final int BORDER = 14;
    private static final double CAPITAL = 0.72;
    private static final double SMALL = 0.53;
    private static final double DESCENDER = 0.21;
    private static final String DESCENDING = "gjpqyQ,;()[]{}/|";

    private final TextRecognition settings;
    private final Tesseract tesseract;

    public PageRecogniser(TextRecognition settings, TextRecogniser recogniser) {
        this.settings = settings;
        tesseract = new Tesseract(recogniser);
    }

    /**
     * Every word on the sheet.
     *
     * @param regions what must not be read across, such as a table's cells
     * @throws RecognitionTimeException where the time is over before the end
     */
    public List<ScannedWord> read(Sheet sheet, List<Region> regions, Deadline deadline) throws IOException {
        List<Strips.Strip> strips = Strips.of(sheet.clean(), regions);
        List<ScannedWord> words = new ArrayList<>();
        for (boolean tall : new boolean[] {false, true}) {
            List<Strips.Strip> these =
                    strips.stream().filter(s -> s.tall() == tall).toList();
            List<Grey> pieces = these.stream()
                    .map(s -> sheet.clean().piece(s.x() - 2, s.y() - 2, s.width() + 4, s.height() + 4, BORDER))
                    .toList();
            TextRecogniser.Layout layout = tall ? TextRecogniser.Layout.BLOCK : TextRecogniser.Layout.LINE;
            Map<List<Integer>, List<Recognised>> lines = recognised(pieces, layout, deadline).stream()
                    .collect(Collectors.groupingBy(
                            w -> List.of(w.page(), w.line()),
                            () -> new TreeMap<>(Comparator.<List<Integer>>comparingInt(k -> k.get(0))
                                    .thenComparingInt(k -> k.get(1))),
                            Collectors.toList()));
            lines.values()
                    .forEach(line ->
                            words.addAll(line(line, these.get(line.get(0).page()), sheet.clean())));
        }
        return words;
    }

    private List<Recognised> recognised(List<Grey> pieces, TextRecogniser.Layout layout, Deadline deadline)
            throws IOException {
        List<Recognised> words = tesseract.read(pieces, TextRecogniser.Models.LANGUAGES, layout, deadline);
        if (settings.script().isEmpty()) {
            return words;
        }
        try {
            return SecondOpinion.heard(words, tesseract.read(pieces, TextRecogniser.Models.SCRIPT, layout, deadline));
        } catch (RecognitionTimeException e) {
            return words;
        }
    }

    /** The words of one line, on one base line and of one size. */
    private static List<ScannedWord> line(List<Recognised> line, Strips.Strip strip, Grey clean) {
        int dx = strip.x() - 2 - BORDER;
        int dy = strip.y() - 2 - BORDER;
        double size = median(line.stream().mapToDouble(PageRecogniser::size).toArray());
        double bottom = median(line.stream().mapToDouble(PageRecogniser::base).toArray()) + dy;
        List<ScannedWord> words = new ArrayList<>();
        for (Recognised word : Shapes.corrected(line)) {
            if (Letters.isNoise(word)) {
                continue;
            }
            double weight = weight(clean, word.x() + dx, word.y() + dy, word.width(), word.height()) / size;
            words.add(new ScannedWord(
                    word.text(),
                    word.x() + dx,
                    bottom - CAPITAL * size,
                    word.width(),
                    bottom,
                    size,
                    weight,
                    Math.min(0.99, word.certainty())));
        }
        return words;
    }

    private static double size(Recognised word) {
        boolean descends = word.text().chars().anyMatch(c -> DESCENDING.indexOf(c) >= 0);
        boolean rises = word.text()
                .chars()
                .anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c) || "bdfhklti/'()[]".indexOf(c) >= 0);
        return word.height() / ((rises ? CAPITAL : SMALL) + (descends ? DESCENDER : 0));
    }

    private static double base(Recognised word) {
        boolean descends = word.text().chars().anyMatch(c -> DESCENDING.indexOf(c) >= 0);
        return word.y() + word.height() - (descends ? DESCENDER * size(word) : 0);
    }

    private static double median(double[] values) {
        java.util.Arrays.sort(values);
        return values[values.length / 2];
    }

    /** How thick the strokes are: ink by the edges it has. */
    private static double weight(Grey clean, int x0, int y0, int width, int height) {
        double ink = 0;
        int edges = 0;
        for (int y = y0; y < y0 + height; y++) {
            boolean before = false;
            for (int x = x0; x <= x0 + width; x++) {
                int grey = clean.at(x, y);
                ink += x < x0 + width ? (255 - grey) / 255.0 : 0;
                boolean dark = x < x0 + width && grey < 140;
                edges += dark && !before ? 1 : 0;
                before = dark;
            }
        }
        return edges == 0 ? 0 : ink / edges;
    }
}
