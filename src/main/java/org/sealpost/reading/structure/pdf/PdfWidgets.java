package org.sealpost.reading.structure.pdf;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Place;

/** Where the widgets of a form's fields lie (ISO 32000-1, 12.5.6.19), and whether anybody sees them. */
final class PdfWidgets {
    private static final double SMALLEST = 0.5;

    private final Map<COSDictionary, Integer> pages = new IdentityHashMap<>();
    private final PDDocument document;

    PdfWidgets(PDDocument document) throws IOException {
        this.document = document;
        int number = 1;
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                pages.put(annotation.getCOSObject(), number);
            }
            number++;
        }
    }

    /** The first that is shown; the first of all where none is. */
    @Nullable PDAnnotationWidget first(List<PDAnnotationWidget> widgets) {
        return widgets.stream().filter(this::isShown).findFirst().orElse(widgets.isEmpty() ? null : widgets.get(0));
    }

    /** Not hidden from the screen, and not without a size. A field that has no place at all is data, and not hidden. */
    boolean isShown(PDAnnotationWidget widget) {
        PDRectangle box = widget.getRectangle();
        boolean sized = box == null || Math.abs(box.getWidth()) > SMALLEST && Math.abs(box.getHeight()) > SMALLEST;
        return sized && !widget.isHidden() && !widget.isNoView();
    }

    Place place(@Nullable PDAnnotationWidget widget) {
        PDRectangle box = widget == null ? null : widget.getRectangle();
        int page = widget == null ? 0 : page(widget);
        if (box == null || page == 0) {
            return Place.NOWHERE;
        }
        PDRectangle crop = document.getPage(page - 1).getCropBox();
        return new Place(
                page,
                new Place.Box(
                        box.getLowerLeftX() - crop.getLowerLeftX(),
                        crop.getUpperRightY() - box.getUpperRightY(),
                        box.getWidth(),
                        box.getHeight()));
    }

    /** From 1; 0 where it lies on none. */
    private int page(PDAnnotationWidget widget) {
        Integer listed = pages.get(widget.getCOSObject());
        if (listed != null) {
            return listed;
        }
        PDPage page = widget.getPage();
        return page == null ? 0 : document.getPages().indexOf(page) + 1;
    }
}
