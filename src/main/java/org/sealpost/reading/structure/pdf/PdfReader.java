package org.sealpost.reading.structure.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.scan.Deadline;
import org.sealpost.reading.structure.page.LaidPage;
import org.sealpost.reading.structure.page.PageKind;
import org.sealpost.reading.structure.page.PageRules;
import org.sealpost.reading.structure.page.PageText;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.FormatReader;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.Part;
import org.sealpost.reading.structure.picture.PageRender;
import org.sealpost.reading.structure.picture.ScanReader;

/**
 * PDF: the form's fields at their places among the printed lines, and ruled tables with their cells; page by page, a page
 * that is a picture is recognised. In memory only.
 */
public final class PdfReader implements FormatReader {
    private static final int MOST_PAGES = 200;
    /** A gap of this many times the letters' size is a column's gap, not a blank's. */
    private static final double COLUMN_GAP = 1.6;

    private final ScanReader scans;

    public PdfReader(ScanReader scans) {
        this.scans = scans;
    }

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
            PdfForm form = PdfForm.of(document, part.bytes(), contents);
            if (form.made() != null) {
                contents.addAll(form.made());
                contents.addAll(form.asides());
                return;
            }
            List<Element.Field> fields = form.fields();
            List<Element> elements = new ArrayList<>();
            NotReadException lacking = null;
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                try {
                    elements.addAll(page(
                            document,
                            page,
                            onPage(fields, page),
                            contents.budget().recognition()));
                } catch (NotReadException e) {
                    // The other pages are read all the same.
                    lacking = lacking == null ? e : lacking;
                    elements.addAll(onPage(fields, page));
                }
            }
            elements.addAll(onPage(fields, 0));
            if (elements.isEmpty()) {
                throw lacking != null
                        ? lacking
                        : NotReadException.opaque("no-text", "It has pages, and there is no writing on them.");
            }
            if (lacking != null) {
                contents.lacks(lacking);
            }
            contents.addAll(elements);
            contents.addAll(form.asides());
        }
    }

    private List<Element> page(PDDocument document, int page, List<Element.Field> fields, Deadline deadline)
            throws IOException, NotReadException {
        PageText.Words words = PageText.words(document, page);
        PageRules.Drawing drawing = PageRules.of(document.getPage(page - 1));
        return switch (PageKind.of(words, drawing, !fields.isEmpty())) {
            case TEXT -> new LaidPage(page, COLUMN_GAP).read(words.shown(), drawing.rules(), fields);
            case RECOGNISED -> {
                PageRender render = PageRender.of(document, page, drawing);
                yield scans.read(render.picture(), page, render.scale(), fields, PageKind.recognised(words));
            }
            case PICTURE -> {
                if (!scans.present()) {
                    throw ScanReader.absent();
                }
                PageRender render = PageRender.of(document, page, drawing);
                yield scans.read(render.picture(), page, render.scale(), fields, deadline);
            }
        };
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
