package org.sealpost.reading.structure.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.sealpost.reading.document.Element.Aside;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Element.Reason;
import org.sealpost.reading.structure.part.PartLimits;
import org.sealpost.reading.structure.story.Likeness;

/**
 * What an incrementally saved PDF (ISO 32000-1, 7.5.6) still carries of its earlier states: answers that have been
 * changed or taken out since. The latest few are looked at, and only their fields.
 */
final class PdfRevisions {
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST = 3;
    /** Larger files are not looked at. */
    private static final int LARGEST = 16 << 20;

    private static final int SHORTEST = 200;
    private static final int HEAD = 1024;

    private PdfRevisions() {}

    static List<Aside> of(byte[] bytes, List<Field> now, PartLimits limits) {
        if (now.isEmpty() || bytes.length > LARGEST) {
            return List.of();
        }
        Map<String, Field> present = new HashMap<>();
        now.forEach(f -> present.put(key(f), f));
        Set<String> told = new HashSet<>();
        List<Aside> asides = new ArrayList<>();
        for (int end : ends(bytes)) {
            for (Field earlier : fields(Arrays.copyOf(bytes, end), limits)) {
                Field field = present.get(key(earlier));
                String value = value(earlier);
                boolean changed = field == null || !Likeness.same(value(field), value);
                if (changed && Likeness.isText(value) && told.add(key(earlier) + '\n' + value)) {
                    String label = earlier.label().isEmpty() ? earlier.name() : earlier.label();
                    asides.add(new Aside(
                            label,
                            value,
                            Reason.EARLIER_REVISION,
                            earlier.method(),
                            (field == null ? earlier : field).place()));
                }
            }
        }
        return asides;
    }

    private static String key(Field field) {
        return field.kind() == Kind.TICK ? field.name() + '\n' + field.label() + '\n' + field.place() : field.name();
    }

    /** Of a box that was ticked that it was. */
    private static String value(Field field) {
        return field.kind() == Kind.TICK && field.value().equals("false") ? "" : field.value();
    }

    private static List<Field> fields(byte[] revision, PartLimits limits) {
        try (PDDocument document = Loader.loadPDF(revision, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            return PdfFields.valuesOf(document, limits);
        } catch (IOException | RuntimeException e) {
            // It is no file by itself, so it was no state of one.
            return List.of();
        }
    }

    /**
     * Where the latest earlier states end, the latest first: each but the last end of a file, and not that of the first
     * part of a file for the web.
     */
    private static List<Integer> ends(byte[] bytes) {
        List<Integer> ends = new ArrayList<>();
        for (int i = bytes.length - END.length; i > SHORTEST && ends.size() <= MOST; i--) {
            if (bytes[i] == '%' && Arrays.equals(bytes, i, i + END.length, END, 0, END.length)) {
                ends.add(i + END.length);
            }
        }
        boolean all = ends.size() <= MOST;
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        if (all && ends.size() > 1 && head.contains("/Linearized")) {
            ends.remove(ends.size() - 1);
        }
        return ends.isEmpty() ? ends : ends.subList(1, ends.size());
    }
}
