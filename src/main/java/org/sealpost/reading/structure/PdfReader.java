package org.sealpost.reading.structure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Place;

/** PDF: the form's fields at their places among the printed lines, and ruled tables with their cells. In memory only. */
final class PdfReader implements FormatReader {
    private static final int MOST_PAGES = 200;
    /** A gap of this many times the letters' size is a column's gap, not a blank's. */
    private static final double COLUMN_GAP = 1.6;

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals("application/pdf");
    }

    @Override
    public void read(Part part, Contents contents) throws IOException, NotReadException {
        try (PDDocument document =
                Loader.loadPDF(part.bytes(), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw NotReadException.refused("too-many-pages", "It has more pages than a form has.");
            }
            PdfFiles.list(document, contents);
            List<Element.Field> fields = PdfFields.of(document);
            List<Element> elements = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                elements.addAll(new PdfPage(page, COLUMN_GAP)
                        .read(
                                PageText.words(document, page),
                                PageRules.of(document.getPage(page - 1)),
                                onPage(fields, page)));
            }
            elements.addAll(onPage(fields, 0));
            if (elements.isEmpty()) {
                throw NotReadException.opaque("no-text", "It has pages but no text: pictures are not read.");
            }
            contents.addAll(elements);
        }
    }

    private static List<Element.Field> onPage(List<Element.Field> fields, int page) {
        return fields.stream()
                .filter(f -> f.place().page() == page)
                .sorted(Comparator.comparingDouble(f -> y(f.place())))
                .toList();
    }

    private static double y(Place place) {
        Place.Box box = place.box();
        return box == null ? 0 : box.y();
    }
}
