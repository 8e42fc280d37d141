package org.sealpost.reading.corpus;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceEntry;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDComboBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.sealpost.reading.corpus.Item.Box;
import org.sealpost.reading.corpus.Item.Kind;

/** The fields of a fillable PDF, filled. */
final class PdfFields implements PdfFile.AnswersOnPage {
    /** How much the fields say of themselves. */
    enum Naming {
        /** A name such as {@code suspect1_birth}. */
        NAMED,
        /** {@code Text7}, with a tooltip. */
        TOOLTIPS,
        /** {@code fill_7}: only what is printed beside it tells what it asks. */
        PRINTED
    }

    private final PDDocument document;
    private final Naming naming;
    private final PDAcroForm form;
    private final PDFont font = new PDType1Font(FontName.HELVETICA);
    private int fields;

    PdfFields(PDDocument document, Naming naming) {
        this.document = document;
        this.naming = naming;
        form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        PDResources resources = new PDResources();
        resources.put(COSName.HELV, font);
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 10 Tf 0 g");
    }

    @Override
    public boolean needsRoom() {
        return true;
    }

    @Override
    public void put(PdfPages pages, Box box, float x, float top, float width, float height) throws IOException {
        PDTerminalField field =
                switch (box.kind()) {
                    case TICK -> new PDCheckBox(form);
                    case CHOICE -> new PDComboBox(form);
                    default -> new PDTextField(form);
                };
        fields++;
        field.setPartialName(
                switch (naming) {
                    case NAMED -> box.name();
                    case TOOLTIPS -> "Text" + fields;
                    case PRINTED -> "fill_" + fields;
                });
        if (naming == Naming.TOOLTIPS) {
            field.setAlternateFieldName(box.label());
        }
        PDAnnotationWidget widget = field.getWidgets().get(0);
        float side = box.kind() == Kind.TICK ? 10 : width;
        float tall = box.kind() == Kind.TICK ? 10 : height;
        widget.setRectangle(new PDRectangle(x, PDRectangle.A4.getHeight() - top - tall, side, tall));
        widget.setPage(pages.page());
        widget.setPrinted(true);
        pages.page().getAnnotations().add(widget);
        form.getFields().add(field);
        fill(field, box, height);
    }

    private void fill(PDTerminalField field, Box box, float height) throws IOException {
        if (field instanceof PDCheckBox tick) {
            faces(tick.getWidgets().get(0));
            if (box.ticked()) {
                tick.check();
            } else {
                tick.unCheck();
            }
            return;
        }
        if (field instanceof PDComboBox choice) {
            choice.setOptions(box.options());
            choice.setEdit(true);
        }
        if (field instanceof PDTextField text) {
            text.setMultiline(height > 20);
        }
        if (box.answer().isEmpty()) {
            return;
        }
        if (encodable(box.answer())) {
            field.setValue(box.answer());
        } else {
            // As a browser saves it: the value is there, its picture is left to whoever shows it.
            field.getCOSObject().setString(COSName.V, box.answer());
            form.setNeedAppearances(true);
        }
    }

    private boolean encodable(String text) throws IOException {
        try {
            font.encode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void faces(PDAnnotationWidget widget) {
        COSDictionary faces = new COSDictionary();
        faces.setItem(COSName.YES, face());
        faces.setItem(COSName.Off, face());
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(new PDAppearanceEntry(faces));
        widget.setAppearance(appearance);
    }

    private PDAppearanceStream face() {
        PDAppearanceStream face = new PDAppearanceStream(document);
        face.setBBox(new PDRectangle(10, 10));
        face.setResources(new PDResources());
        return face;
    }
}
