package org.sealpost.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** A filled form as forces publish them: two pages, thirty text fields a page, each with its printed label. */
final class TwoPageForm {
    private static final String[] ASKED = {
        "Name",
        "Date of birth",
        "Nickname",
        "Address",
        "Postcode",
        "Telephone",
        "Registration number",
        "Make",
        "Model",
        "Colour"
    };
    private static final String[] ANSWERS = {
        "Dale Winterburn",
        "02/07/1984",
        "Winnie",
        "14 Larkspur Yard, Millhaven",
        "ZZ9 4QQ",
        "07700 900123",
        "ZZ19 QQA",
        "Ford",
        "Focus",
        "blue"
    };
    private static final int A_PAGE = 30;

    private final PDDocument document = new PDDocument();
    private final PDAcroForm form = new PDAcroForm(document);
    private final PDType1Font font = new PDType1Font(FontName.HELVETICA);

    private TwoPageForm() {
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("Helv"), font);
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 10 Tf 0 g");
        document.getDocumentCatalog().setAcroForm(form);
    }

    static byte[] bytes() throws IOException {
        return bytes(0);
    }

    /** @param logo how many bytes the picture at its head takes, roughly; 0 for none */
    static byte[] bytes(int logo) throws IOException {
        TwoPageForm made = new TwoPageForm();
        try (PDDocument document = made.document) {
            made.page(0);
            made.page(1);
            if (logo > 0) {
                made.picture(logo);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void page(int number) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream print = new PDPageContentStream(document, page)) {
            for (int i = 0; i < A_PAGE; i++) {
                float y = 780 - 24 * i;
                int suspect = number * A_PAGE / ASKED.length + i / ASKED.length + 1;
                print.beginText();
                print.setFont(font, 10);
                print.newLineAtOffset(50, y);
                print.showText("Suspect " + suspect + " " + ASKED[i % ASKED.length]);
                print.endText();
                field(page, "suspect" + suspect + "_" + ASKED[i % ASKED.length], y, ANSWERS[i % ANSWERS.length]);
            }
        }
    }

    private void picture(int size) throws IOException {
        int side = (int) Math.sqrt(size / 3.0);
        try (PDPageContentStream head =
                new PDPageContentStream(document, document.getPage(0), AppendMode.APPEND, true)) {
            head.drawImage(ScannedPage.noise(document, side, side), 500, 790, 40, 40);
        }
    }

    private void field(PDPage page, String name, float y, String answer) throws IOException {
        PDTextField field = new PDTextField(form);
        field.setPartialName(name);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(new PDRectangle(220, y - 4, 300, 18));
        widget.setPage(page);
        page.getAnnotations().add(widget);
        form.getFields().add(field);
        field.setValue(answer);
    }
}
