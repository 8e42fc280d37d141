package org.sealpost.reading.scan;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tesseract's words of pictures. */
final class Tesseract {
    private static final int LONGEST_LINE = 10_000;
    private static final int MOST_WORDS = 20_000;

    private final TextRecogniser recogniser;

    Tesseract(TextRecogniser recogniser) {
        this.recogniser = recogniser;
    }

    /**
     * Recognises the pictures.
     *
     * @throws RecognitionTimeException where the time is over before the end
     * @throws IOException where the command cannot be run or fails
     */
    List<Recognised> read(
            List<Grey> pictures, TextRecogniser.Models models, TextRecogniser.Layout layout, Deadline deadline)
            throws IOException {
        if (pictures.isEmpty()) {
            return List.of();
        }
        byte[] table = recogniser.recognise(Tiff.of(pictures), models, layout, deadline.left());
        return words(
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(table), StandardCharsets.UTF_8)));
    }

    private static List<Recognised> words(BufferedReader out) throws IOException {
        List<Recognised> words = new ArrayList<>();
        for (String row = out.readLine(); row != null; row = out.readLine()) {
            String[] cells = row.split("\t", -1);
            if (row.length() < LONGEST_LINE
                    && cells.length == 12
                    && cells[0].equals("5")
                    && words.size() < MOST_WORDS) {
                String text = cells[11].strip();
                double certainty = Double.parseDouble(cells[10]) / 100;
                if (!text.isEmpty() && certainty >= 0) {
                    int line = (number(cells[2]) * 100 + number(cells[3])) * 1000 + number(cells[4]);
                    words.add(new Recognised(
                            number(cells[1]) - 1,
                            line,
                            number(cells[6]),
                            number(cells[7]),
                            number(cells[8]),
                            number(cells[9]),
                            Math.min(1, certainty),
                            text));
                }
            }
        }
        return words;
    }

    private static int number(String cell) {
        return Integer.parseInt(cell);
    }
}
