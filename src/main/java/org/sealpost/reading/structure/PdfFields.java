package org.sealpost.reading.structure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDNonTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDPushButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;

/** The AcroForm's fields (ISO 32000-1, 12.7): a field for every text and choice, a tick for every box and button. */
final class PdfFields {
    private static final int DEEPEST = 32;

    private final Map<COSDictionary, Integer> pages = new IdentityHashMap<>();
    private final Set<COSDictionary> seen = new HashSet<>();
    private final List<Field> fields = new ArrayList<>();
    private final PDDocument document;

    private PdfFields(PDDocument document) throws IOException {
        this.document = document;
        int number = 1;
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                pages.put(annotation.getCOSObject(), number);
            }
            number++;
        }
    }

    static List<Field> of(PDDocument document) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            return List.of();
        }
        PdfFields found = new PdfFields(document);
        for (PDField field : form.getFields()) {
            found.walk(field, 0);
        }
        return found.fields;
    }

    private void walk(@Nullable PDField field, int depth) {
        if (field == null || depth > DEEPEST || !seen.add(field.getCOSObject())) {
            return;
        }
        if (field instanceof PDNonTerminalField group) {
            for (PDField child : group.getChildren()) {
                walk(child, depth + 1);
            }
        } else if (field instanceof PDButton button) {
            if (!(button instanceof PDPushButton)) {
                ticks(button);
            }
        } else if (field instanceof PDTextField || field instanceof PDChoice) {
            List<PDAnnotationWidget> widgets = field.getWidgets();
            Kind kind = field instanceof PDChoice ? Kind.CHOICE : Kind.TEXT;
            Place place = widgets.isEmpty() ? Place.NOWHERE : place(widgets.get(0));
            fields.add(new Field(name(field), tooltip(field), "", value(field), kind, Method.ACROFORM, place));
        }
    }

    /** Every widget of a check box or radio button is a tick of its own. */
    private void ticks(PDButton button) {
        List<String> options = options(button);
        int number = 0;
        for (PDAnnotationWidget widget : ((PDTerminalField) button).getWidgets()) {
            COSName state = widget.getAppearanceState();
            boolean ticked = state != null
                    && !state.getName().equals("Off")
                    && state.getName().length() > 0;
            String label = button instanceof PDRadioButton
                    ? number < options.size() ? options.get(number) : onState(widget)
                    : tooltip(button);
            fields.add(new Field(
                    name(button), label, "", Boolean.toString(ticked), Kind.TICK, Method.ACROFORM, place(widget)));
            number++;
        }
    }

    private static List<String> options(PDButton button) {
        List<String> options = button.getExportValues();
        return options == null ? List.of() : options;
    }

    private static String onState(PDAnnotationWidget widget) {
        if (widget.getAppearance() == null
                || widget.getAppearance().getNormalAppearance() == null
                || !widget.getAppearance().getNormalAppearance().isSubDictionary()) {
            return "";
        }
        return widget.getAppearance().getNormalAppearance().getSubDictionary().keySet().stream()
                .map(COSName::getName)
                .filter(name -> !name.equals("Off"))
                .findFirst()
                .orElse("");
    }

    private static String value(PDField field) {
        String value =
                field instanceof PDChoice choice ? String.join(", ", choice.getValue()) : field.getValueAsString();
        return value == null
                ? ""
                : value.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private static String name(PDField field) {
        String name = field.getFullyQualifiedName();
        return name == null ? "" : name;
    }

    private static String tooltip(PDField field) {
        String tooltip = field.getAlternateFieldName();
        return tooltip == null ? "" : tooltip;
    }

    private Place place(PDAnnotationWidget widget) {
        Integer page = pages.get(widget.getCOSObject());
        PDRectangle box = widget.getRectangle();
        if (page == null || box == null) {
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
}
