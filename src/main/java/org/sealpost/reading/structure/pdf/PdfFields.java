package org.sealpost.reading.structure.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDComboBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDNonTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDPushButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element.Aside;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Element.Reason;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.structure.part.PartLimits;
import org.sealpost.reading.structure.story.Likeness;
import org.sealpost.reading.structure.story.Prompts;

/**
 * The AcroForm's fields (ISO 32000-1, 12.7): a field for every text and choice, a tick for every box and button. What
 * nobody sees, and what looks otherwise than it reads, stands aside. Push buttons and signatures are no answers.
 */
final class PdfFields {
    private static final int DEEPEST = 32;

    private final Set<COSDictionary> seen = new HashSet<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Aside> asides = new ArrayList<>();
    private final PartLimits limits;
    private final PdfWidgets widgets;
    private final @Nullable PdfAppearances appearances;

    private PdfFields(PDDocument document, PartLimits limits, @Nullable PdfAppearances appearances) throws IOException {
        this.limits = limits;
        this.widgets = new PdfWidgets(document);
        this.appearances = appearances;
    }

    /** The fields in their order, and what stands aside. */
    record Found(List<Field> fields, List<Aside> asides) {}

    /** The fields alone, whatever they look like. */
    static List<Field> valuesOf(PDDocument document, PartLimits limits) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        PdfFields found = new PdfFields(document, limits, null);
        for (PDField field : form == null ? List.<PDField>of() : form.getFields()) {
            found.walk(field, 0);
        }
        return found.fields;
    }

    static Found of(PDDocument document, PartLimits limits) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            return new Found(List.of(), List.of());
        }
        PDResources usual = form.getDefaultResources() == null ? new PDResources() : form.getDefaultResources();
        try (PdfAppearances appearances = new PdfAppearances(usual)) {
            PdfFields found = new PdfFields(document, limits, form.getNeedAppearances() ? null : appearances);
            for (PDField field : form.getFields()) {
                found.walk(field, 0);
            }
            return new Found(found.fields, found.asides);
        }
    }

    private void walk(@Nullable PDField field, int depth) throws IOException {
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
            text(field);
        }
    }

    private void text(PDField field) throws IOException {
        PDAnnotationWidget widget = widgets.first(field.getWidgets());
        String value = PdfAnswers.of(field, limits);
        Kind kind = field instanceof PDChoice ? Kind.CHOICE : Kind.TEXT;
        Field read = new Field(name(field), tooltip(field), "", value, kind, Method.ACROFORM, widgets.place(widget));
        if (widget != null && !widgets.isShown(widget)) {
            aside(read, value, Reason.HIDDEN);
            return;
        }
        fields.add(read);
        if (appearances != null && widget != null && isDrawnAsRead(field)) {
            String drawn = appearances.text(widget);
            String written = PdfAnswers.written(field, limits);
            if (!Likeness.begins(written, drawn) || written.isEmpty()) {
                aside(read, drawn, Reason.APPEARANCE);
            }
        }
    }

    /** Of a list all entries are drawn, of a password none of its letters. */
    private static boolean isDrawnAsRead(PDField field) {
        return field instanceof PDComboBox || field instanceof PDTextField text && !text.isPassword();
    }

    private void aside(Field field, String text, Reason reason) {
        if (Likeness.isText(text) && !Prompts.answer(text, "").isEmpty()) {
            String label = field.label().isEmpty() ? field.name() : field.label();
            asides.add(new Aside(label, text, reason, Method.ACROFORM, field.place()));
        }
    }

    /** Every widget of a check box or radio button is a tick of its own. */
    private void ticks(PDButton button) {
        PdfTicks ticks = new PdfTicks(button, tooltip(button));
        for (int i = 0; i < button.getWidgets().size(); i++) {
            PDAnnotationWidget widget = button.getWidgets().get(i);
            String ticked = Boolean.toString(ticks.isTicked(i));
            Field read = new Field(
                    name(button), ticks.label(i), "", ticked, Kind.TICK, Method.ACROFORM, widgets.place(widget));
            if (widgets.isShown(widget)) {
                fields.add(read);
            } else if (ticks.isTicked(i)) {
                aside(read, ticked, Reason.HIDDEN);
            }
        }
    }

    private static String name(PDField field) {
        String name = field.getFullyQualifiedName();
        return name == null ? "" : name;
    }

    private static String tooltip(PDField field) {
        String tooltip = field.getAlternateFieldName();
        return tooltip == null ? "" : tooltip.strip();
    }
}
