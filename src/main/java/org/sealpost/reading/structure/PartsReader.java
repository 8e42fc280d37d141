package org.sealpost.reading.structure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.jail.Jail;
import org.sealpost.reading.scan.TesseractCommand;
import org.sealpost.reading.scan.TextRecogniser;
import org.sealpost.reading.scan.TextRecognition;
import org.sealpost.reading.structure.container.ArchiveReader;
import org.sealpost.reading.structure.container.SignedReader;
import org.sealpost.reading.structure.mail.MessageReader;
import org.sealpost.reading.structure.mail.OutlookReader;
import org.sealpost.reading.structure.mail.TnefReader;
import org.sealpost.reading.structure.office.SlidesReader;
import org.sealpost.reading.structure.opendocument.OpenDocumentReader;
import org.sealpost.reading.structure.part.Budget;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.Findings;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;
import org.sealpost.reading.structure.part.PartLimits;
import org.sealpost.reading.structure.pdf.PdfReader;
import org.sealpost.reading.structure.picture.PagePictures;
import org.sealpost.reading.structure.picture.PictureReader;
import org.sealpost.reading.structure.picture.ScanReader;
import org.sealpost.reading.structure.rtf.RtfReader;
import org.sealpost.reading.structure.sheet.OldSheetsReader;
import org.sealpost.reading.structure.sheet.SheetsReader;
import org.sealpost.reading.structure.story.Story;
import org.sealpost.reading.structure.text.HtmlReader;
import org.sealpost.reading.structure.text.PlainTextReader;
import org.sealpost.reading.structure.text.TikaReader;
import org.sealpost.reading.structure.word.OldWordReader;
import org.sealpost.reading.structure.word.WordReader;
import org.sealpost.submission.Sha256;

/** Reads an original and every part inside it, depth first, each by its format. Runs in a worker, on one thread. */
public final class PartsReader {
    private static final int LONGEST_NAME = 255;

    private final PartLimits limits;
    private final TextRecognition recognition;
    private final TypeDetector detector = new TypeDetector();
    private final List<FormatReader> readers;

    /** One that recognises no pictures. */
    public PartsReader(PartLimits limits) {
        this(limits, TextRecognition.NONE);
    }

    /** One that runs the command itself, outside a jail: for pictures that are trusted, such as a test's. */
    public PartsReader(PartLimits limits, TextRecognition recognition) {
        this(limits, recognition, new TesseractCommand(recognition, Jail.OFF));
    }

    public PartsReader(PartLimits limits, TextRecognition recognition, TextRecogniser recogniser) {
        this(limits, recognition, formats(recognition, recogniser));
    }

    /** @param readers the first that reads a type is asked */
    PartsReader(PartLimits limits, TextRecognition recognition, List<FormatReader> readers) {
        this.limits = limits;
        this.recognition = recognition;
        this.readers = List.copyOf(readers);
    }

    static List<FormatReader> formats(TextRecognition recognition, TextRecogniser recogniser) {
        ScanReader scans = new ScanReader(recognition, recogniser);
        return List.of(
                new PdfReader(scans),
                new PictureReader(scans),
                new WordReader(),
                new OpenDocumentReader(),
                new SheetsReader(),
                new OldSheetsReader(),
                new MessageReader(),
                new ArchiveReader(),
                new PlainTextReader(),
                new HtmlReader(),
                new RtfReader(),
                new OldWordReader(),
                new OutlookReader(),
                new TnefReader(),
                new SignedReader(),
                new SlidesReader(),
                new TikaReader());
    }

    /**
     * Tells {@code findings} everything that is found. A part that fails costs the others nothing.
     *
     * @param unopened which parts are listed but not opened, because a worker died of them
     */
    public void read(String name, String declaredType, byte[] bytes, Unopened unopened, Findings findings) {
        new Walk(unopened, findings).part(name, declaredType, bytes, -1, 0);
    }

    /** One original's way through. */
    private final class Walk {
        private final Unopened unopened;
        private final Findings findings;
        private final Map<Integer, List<Element>> said = new HashMap<>();
        private final Budget budget = new Budget(limits, recognition.perOriginal());
        private final PagePictures pictures = new PagePictures();
        private int next;

        Walk(Unopened unopened, Findings findings) {
            this.unopened = unopened;
            this.findings = findings;
        }

        /** Outlook wraps a message's text a second time; told twice, everybody in it would be two people. */
        private List<Element> said(Part part, int partOf, List<Element> elements) {
            List<Element> outer = said.getOrDefault(partOf, List.of());
            boolean again =
                    part.mediaType().endsWith("ms-tnef") && letters(outer).contains(letters(elements));
            return again ? List.of() : elements;
        }

        private static String letters(List<Element> elements) {
            return Story.text(elements).replaceAll("[^\\p{L}\\p{N}]+", "");
        }

        void part(String name, String declaredType, byte[] bytes, int partOf, int depth) {
            int number = next++;
            String mediaType = detector.detect(name, declaredType, bytes);
            Part part = new Part(name, mediaType, bytes);
            Sha256 digest = Sha256.of(bytes);
            findings.begins(shortened(name), partOf, mediaType, bytes.length, digest);
            Contents contents = new Contents(budget);
            try {
                String died = unopened.why(number);
                if (died != null) {
                    findings.ends(Disposition.OPAQUE, died, List.of());
                } else {
                    open(part, depth, contents);
                    end(contents, said(part, partOf, contents.elements()));
                    said.put(number, contents.elements());
                }
            } catch (NotReadException e) {
                findings.ends(e.disposition(), e.reason(), List.of());
            }
            if (findings.wantsPages() && unopened.why(number) == null) {
                pictures.draw(part, findings);
            }
            if (partOf < 0) {
                findings.substance(Objects.requireNonNullElse(contents.substance(), List.of(digest)));
            }
            for (Contents.Inner inner : contents.inners()) {
                if (inner instanceof Contents.Taken taken) {
                    part(taken.name(), taken.declaredType(), taken.bytes(), number, depth + 1);
                } else if (inner instanceof Contents.Left left) {
                    next++;
                    findings.named(
                            shortened(left.name()),
                            number,
                            left.why().disposition(),
                            left.why().reason());
                }
            }
        }

        /** What was read of a part counts also where a piece of it was left. */
        private void end(Contents contents, List<Element> elements) {
            try {
                contents.whole();
                findings.ends(Disposition.READ, "", elements);
            } catch (NotReadException e) {
                boolean opaque = e.disposition() == Disposition.OPAQUE;
                findings.ends(e.disposition(), e.reason(), opaque ? elements : List.of());
            }
        }
    }

    private void open(Part part, int depth, Contents contents) throws NotReadException {
        if (depth > limits.depth()) {
            throw NotReadException.refused(
                    "nested-too-deep", "It lies deeper inside other parts than the limit allows.");
        }
        if (part.bytes().length == 0) {
            throw NotReadException.opaque("empty", "There are no bytes in it.");
        }
        FormatReader reader = readerFor(part.mediaType());
        if (reader == null) {
            throw unknown(part.mediaType());
        }
        try {
            reader.read(part, contents);
        } catch (NotReadException e) {
            throw e;
        } catch (StackOverflowError e) {
            throw NotReadException.opaque("reading-failed", "It is nested too deeply to be read.");
        } catch (Exception e) {
            throw failed(e);
        }
    }

    private static NotReadException failed(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotReadException why) {
                return why;
            }
        }
        String kind = e.getClass().getSimpleName();
        if (kind.contains("Encrypted") || kind.contains("Password")) {
            return NotReadException.opaque("encrypted", "It is locked with a password.");
        }
        return NotReadException.opaque("reading-failed", "It is damaged, or not what it seems to be.");
    }

    private @Nullable FormatReader readerFor(String mediaType) {
        return readers.stream().filter(r -> r.reads(mediaType)).findFirst().orElse(null);
    }

    private static NotReadException unknown(String mediaType) {
        if (mediaType.startsWith("image/")) {
            return NotReadException.opaque("no-text", "It is a picture of a kind that is not read.");
        }
        return NotReadException.opaque("format-not-read", "Its format is not one that is read.");
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
