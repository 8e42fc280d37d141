package org.sealpost.reading.structure.picture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.scan.Deadline;
import org.sealpost.reading.scan.Grey;
import org.sealpost.reading.scan.PageRecogniser;
import org.sealpost.reading.scan.RecognitionTimeException;
import org.sealpost.reading.scan.Region;
import org.sealpost.reading.scan.ScannedWord;
import org.sealpost.reading.scan.Sheet;
import org.sealpost.reading.scan.TextRecogniser;
import org.sealpost.reading.scan.TextRecognition;
import org.sealpost.reading.scan.TickBox;
import org.sealpost.reading.structure.page.LaidPage;
import org.sealpost.reading.structure.page.PageRules;
import org.sealpost.reading.structure.page.PageText;
import org.sealpost.reading.structure.page.RuledGrid;
import org.sealpost.reading.structure.part.NotReadException;

/** A picture of a page into elements: the same as of a page of text, by words and rules, with places on the page as shown. */
public final class ScanReader {
    /** Points of a page by the pixels of a sheet. */
    private static final double UNIT = 72.0 / 300;

    private static final double COLUMN_GAP = 1.6;
    private static final double BOLDER = 1.22;
    /** Upside down, words are nonsense, of which Tesseract is less sure than of writing. */
    private static final double UPRIGHT = 0.82;

    /** With less nothing is told, for most of it would be wrong. */
    private static final double LEGIBLE = 0.6;

    private static final double CERTAINTY_OF_A_BOX = 0.9;

    static {
        // Otherwise every picture is also a temporary file.
        ImageIO.setUseCache(false);
    }

    private final TextRecognition recognition;
    private final PageRecogniser recogniser;

    public ScanReader(TextRecognition recognition, TextRecogniser recogniser) {
        this.recognition = recognition;
        this.recogniser = new PageRecogniser(recognition, recogniser);
    }

    public boolean present() {
        return recognition.present();
    }

    /** Why pictures are not read, where they are not. */
    public static NotReadException absent() {
        return NotReadException.opaque(
                "no-text", "It is a picture of writing, and text recognition is not installed at this gateway.");
    }

    /**
     * Recognises a page.
     *
     * @param scale points of the page by pixels of the picture
     * @param fields the form fields that lie on it
     */
    public List<Element> read(Grey picture, int page, double scale, List<Field> fields, Deadline whole)
            throws NotReadException {
        Deadline deadline = whole.butAtMost(recognition.perPage());
        if (deadline.isOver()) {
            throw late();
        }
        try {
            Sheet sheet = Sheet.of(picture, 0);
            List<ScannedWord> words = words(sheet, deadline);
            if (sheet.onItsSide() || certainty(words) < UPRIGHT) {
                Sheet other = sheet.upsideDown();
                List<ScannedWord> turned = words(other, deadline);
                if (sense(turned) > sense(words)) {
                    sheet = other;
                    words = turned;
                }
            }
            if (certainty(words) < LEGIBLE) {
                throw NotReadException.opaque("no-text", "Its writing could not be recognised.");
            }
            return elements(sheet, text(words, sheet.boxes()), page, scale, fields);
        } catch (RecognitionTimeException e) {
            throw late();
        } catch (IOException e) {
            throw NotReadException.opaque("reading-failed", "The text recognition of this gateway failed at it.");
        }
    }

    /** A page whose words a scanner has recognised: its own words, with the rules and boxes of the picture. */
    public List<Element> read(Grey picture, int page, double scale, List<Field> fields, List<PageText.Word> known) {
        Sheet sheet = Sheet.of(picture, 0);
        List<PageText.Word> words = new ArrayList<>(boxes(sheet.boxes(), List.of()));
        for (PageText.Word word : known) {
            double[] from = sheet.onSheet(word.x() / scale, (word.y() + word.height() / 2) / scale);
            double[] to = sheet.onSheet(word.right() / scale, (word.y() + word.height() / 2) / scale);
            double factor = UNIT / scale;
            words.add(new PageText.Word(
                    word.text(),
                    Math.min(from[0], to[0]) * UNIT,
                    (from[1] + to[1]) / 2 * UNIT - word.height() * factor / 2,
                    Math.hypot(to[0] - from[0], to[1] - from[1]) * UNIT,
                    word.height() * factor,
                    word.size() * factor,
                    false,
                    word.certainty()));
        }
        return elements(sheet, words, page, scale, fields);
    }

    private static NotReadException late() {
        return NotReadException.opaque("recognition-timed-out", "Its text takes longer to recognise than the limit.");
    }

    private List<ScannedWord> words(Sheet sheet, Deadline deadline) throws IOException {
        List<Region> regions = new ArrayList<>();
        for (RuledGrid grid : RuledGrid.of(rules(sheet))) {
            for (Place.Box cell : grid.cells()) {
                regions.add(new Region(cell.x() / UNIT, cell.y() / UNIT, cell.width() / UNIT, cell.height() / UNIT));
            }
        }
        return recogniser.read(sheet, regions, deadline);
    }

    private static List<PageRules.Rule> rules(Sheet sheet) {
        return sheet.strokes().stream()
                .map(s -> new PageRules.Rule(s.level(), s.at() * UNIT, s.from() * UNIT, s.to() * UNIT))
                .toList();
    }

    private static double certainty(List<ScannedWord> words) {
        return words.stream().mapToDouble(ScannedWord::certainty).average().orElse(1);
    }

    private static double sense(List<ScannedWord> words) {
        return words.stream()
                .filter(w -> w.text().length() > 2)
                .mapToDouble(w -> w.certainty() * w.certainty() * w.text().length())
                .sum();
    }

    private static List<PageText.Word> text(List<ScannedWord> scanned, List<TickBox> boxes) {
        double[] weights = scanned.stream()
                .filter(w -> w.text().length() > 2)
                .mapToDouble(ScannedWord::weight)
                .sorted()
                .toArray();
        double usual = weights.length == 0 ? 1 : weights[weights.length * 3 / 10];
        List<PageText.Word> words = new ArrayList<>();
        for (ScannedWord word : scanned) {
            double bolder = word.text().length() > 2 ? BOLDER : 1.05;
            words.add(new PageText.Word(
                    word.text(),
                    word.x() * UNIT,
                    word.top() * UNIT,
                    word.width() * UNIT,
                    (word.bottom() - word.top()) * UNIT,
                    word.size() * UNIT,
                    word.weight() > bolder * usual,
                    word.certainty()));
        }
        words.addAll(boxes(boxes, words));
        return words;
    }

    /** A box to tick is a word of its own, as it is in text: on the line of the words beside it. */
    private static List<PageText.Word> boxes(List<TickBox> boxes, List<PageText.Word> words) {
        List<PageText.Word> found = new ArrayList<>();
        for (TickBox box : boxes) {
            double middle = (box.y() + box.height() / 2.0) * UNIT;
            double right = (box.x() + box.width()) * UNIT;
            PageText.Word beside = words.stream()
                    .filter(w -> w.y() - 3 < middle && w.y() + w.height() + 3 > middle)
                    .min((a, b) -> Double.compare(Math.abs(a.x() - right), Math.abs(b.x() - right)))
                    .orElse(null);
            double top = beside == null ? box.y() * UNIT : beside.y();
            double height = beside == null ? box.height() * UNIT : beside.height();
            double size = beside == null ? height / 0.72 : beside.size();
            found.add(new PageText.Word(
                    box.ticked() ? "\u2612" : "\u2610",
                    box.x() * UNIT,
                    top,
                    box.width() * UNIT,
                    height,
                    size,
                    beside != null && beside.bold(),
                    CERTAINTY_OF_A_BOX));
        }
        return found;
    }

    private static List<Element> elements(
            Sheet sheet, List<PageText.Word> words, int page, double scale, List<Field> fields) {
        List<Field> moved = fields.stream()
                .map(f -> Places.field(f, b -> through(b, 1 / scale, UNIT, sheet::onSheet)))
                .toList();
        List<Element> elements = new LaidPage(page, COLUMN_GAP).read(words, rules(sheet), moved);
        return elements.stream()
                .map(e -> Places.element(e, b -> through(b, 1 / UNIT, scale, sheet::original)))
                .toList();
    }

    /** From one plane to another. */
    private interface Way {
        double[] of(double x, double y);
    }

    /** The upright box about a box that was turned. */
    private static Place.Box through(Place.Box box, double before, double after, Way way) {
        double[][] corners = {
            way.of(box.x() * before, box.y() * before),
            way.of((box.x() + box.width()) * before, box.y() * before),
            way.of(box.x() * before, (box.y() + box.height()) * before),
            way.of((box.x() + box.width()) * before, (box.y() + box.height()) * before)
        };
        double left = Arrays.stream(corners).mapToDouble(c -> c[0]).min().orElse(0) * after;
        double right = Arrays.stream(corners).mapToDouble(c -> c[0]).max().orElse(0) * after;
        double top = Arrays.stream(corners).mapToDouble(c -> c[1]).min().orElse(0) * after;
        double bottom = Arrays.stream(corners).mapToDouble(c -> c[1]).max().orElse(0) * after;
        return new Place.Box(left, top, right - left, bottom - top);
    }
}
