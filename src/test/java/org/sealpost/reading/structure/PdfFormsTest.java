package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceEntry;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDComboBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDNonTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;

/** The fields of fillable PDFs. */
class PdfFormsTest {
    private final PdfSheet sheet = new PdfSheet();
    private final PDAcroForm form = new PDAcroForm(sheet.document());

    PdfFormsTest() {
        sheet.document().getDocumentCatalog().setAcroForm(form);
        PDResources resources = new PDResources();
        resources.put(COSName.HELV, new PDType1Font(FontName.HELVETICA));
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 10 Tf 0 g");
    }

    private List<String> shown() {
        return Shown.of("form.pdf", sheet.bytes());
    }

    private <T extends PDTerminalField> T placed(T field, String name, double x, double y, double width, double height)
            throws IOException {
        field.setPartialName(name);
        form.getFields().add(field);
        place(field.getWidgets().get(0), x, y, width, height);
        return field;
    }

    private void place(PDAnnotationWidget widget, double x, double y, double width, double height) throws IOException {
        widget.setRectangle(PdfSheet.rectangle(x, y, width, height));
        widget.setPage(sheet.page());
        widget.setPrinted(true);
        sheet.page().getAnnotations().add(widget);
    }

    private void faces(PDAnnotationWidget widget, String on) {
        COSDictionary faces = new COSDictionary();
        for (String state : List.of(on, "Off")) {
            faces.setItem(COSName.getPDFName(state), new PDAppearanceStream(sheet.document()));
        }
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(new PDAppearanceEntry(faces));
        widget.setAppearance(appearance);
    }

    private PDRadioButton radio(String name, List<String> states, List<String> printed) throws IOException {
        PDRadioButton radio = new PDRadioButton(form);
        radio.setPartialName(name);
        List<PDAnnotationWidget> widgets =
                states.stream().map(s -> new PDAnnotationWidget()).toList();
        for (int i = 0; i < widgets.size(); i++) {
            faces(widgets.get(i), states.get(i));
            place(widgets.get(i), 50, 100 + 30 * i, 10, 10);
            sheet.text(65, 109 + 30 * i, printed.get(i));
        }
        radio.setWidgets(widgets);
        form.getFields().add(radio);
        return radio;
    }

    @Test
    void aRadioButtonIsATickForEachOfItsOptions() throws IOException {
        PDRadioButton radio = radio("source", List.of("FirstHand", "Told"), List.of("I saw it", "I was told"));
        radio.setValue("Told");
        assertThat(shown())
                .containsExactly("[tick source,FirstHand|I saw it=false]", "[tick source,Told|I was told=true]");
    }

    @Test
    void optionsWithNumbersForNamesAreCalledWhatTheFormExportsOrPrints() throws IOException {
        PDRadioButton radio = radio("source", List.of("0", "1"), List.of("I saw it", "I was told"));
        radio.setExportValues(List.of("Seen", "Heard"));
        radio.setValue("Heard");
        assertThat(shown()).containsExactly("[tick source,Seen|I saw it=false]", "[tick source,Heard|I was told=true]");
    }

    @Test
    void namesThatProgramsMadeUpAreNone() throws IOException {
        PDRadioButton radio = radio("Group1", List.of("Choice1", "Choice2"), List.of("Yes", "No"));
        radio.setValue("Choice2");
        assertThat(shown()).containsExactly("[tick Group1|Yes=false]", "[tick Group1|No=true]");
    }

    @Test
    void aCheckBoxIsOnInWhateverItsStateIsCalled() throws IOException {
        PDCheckBox shownOn = placed(new PDCheckBox(form), "urgent", 50, 100, 10, 10);
        faces(shownOn.getWidgets().get(0), "Ja");
        shownOn.setAlternateFieldName("This is urgent");
        shownOn.check();
        PDCheckBox stateless = placed(new PDCheckBox(form), "aware", 50, 140, 10, 10);
        stateless.getCOSObject().setName(COSName.V, "On");
        stateless.getCOSObject().removeItem(COSName.AS);
        PDCheckBox off = placed(new PDCheckBox(form), "told", 50, 180, 10, 10);
        faces(off.getWidgets().get(0), "Yes");
        off.unCheck();
        assertThat(shown())
                .containsExactly("[tick urgent,This is urgent=true]", "[tick aware=true]", "[tick told=false]");
    }

    @Test
    void aChoiceSaysWhatPeopleSee() throws IOException {
        PDComboBox choice = placed(new PDComboBox(form), "how", 50, 100, 100, 15);
        choice.setOptions(List.of("0", "A1"), List.of("Please select", "Told by a colleague"));
        choice.setValue("A1");
        PDComboBox untouched = placed(new PDComboBox(form), "where", 50, 140, 100, 15);
        untouched.setOptions(List.of("0", "A1"), List.of("Please select", "At school"));
        untouched.setValue("0");
        assertThat(shown()).containsExactly("[choice how=Told by a colleague]", "[choice where=]");
    }

    @Test
    void namesAndValuesComeFromTheParents() throws IOException {
        PDNonTerminalField suspect = new PDNonTerminalField(form);
        suspect.setPartialName("suspect");
        PDTextField name = new PDTextField(form);
        placed(name, "name", 50, 100, 100, 15);
        form.getFields().remove(name);
        suspect.setChildren(List.of(name));
        suspect.getCOSObject().setString(COSName.V, "Dale Winterburn");
        form.setFields(List.of(suspect));
        assertThat(shown()).containsExactly("[suspect.name=Dale Winterburn]");
    }

    @Test
    void combAndRichAndReadOnlyTextIsReadAndSignaturesAreNot() throws IOException {
        PDTextField comb = placed(new PDTextField(form), "reg", 50, 100, 100, 15);
        comb.setMaxLen(8);
        comb.setComb(true);
        comb.setReadOnly(true);
        comb.setValue("AB12CDE");
        PDTextField rich = placed(new PDTextField(form), "story", 50, 140, 200, 60);
        rich.setRichText(true);
        rich.setRichTextValue("<?xml version=\"1.0\"?><body xmlns=\"http://www.w3.org/1999/xhtml\">"
                + "<p>He came <b>twice</b>.</p><p>Then he left.</p></body>");
        placed(new PDSignatureField(form), "signed", 50, 240, 100, 15);
        assertThat(shown()).containsExactly("[reg=AB12CDE]", "[story=He came twice./Then he left.]");
    }

    @Test
    void whatNobodySeesStandsAside() throws IOException {
        PDTextField hidden = placed(new PDTextField(form), "reviewer", 50, 100, 100, 15);
        hidden.setValue("Ann Cole");
        hidden.getWidgets().get(0).setHidden(true);
        placed(new PDTextField(form), "name", 50, 140, 100, 15).setValue("Dale");
        PDTextField noPlace = new PDTextField(form);
        noPlace.setPartialName("alias");
        noPlace.getCOSObject().setString(COSName.V, "Gaz");
        form.getFields().add(noPlace);
        assertThat(shown()).containsExactly("[name=Dale]", "[alias=Gaz]", "(hidden reviewer: Ann Cole)");
    }

    @Test
    void aFieldThatLooksOtherwiseThanItReadsIsReadAndItsLookStandsAside() throws IOException {
        PDTextField name = placed(new PDTextField(form), "name", 50, 100, 100, 15);
        name.setValue("Dale Winterburn");
        name.getCOSObject().setString(COSName.V, "Ann Cole");
        PDTextField same = placed(new PDTextField(form), "post", 50, 140, 40, 15);
        same.setValue("Teacher at a school with a name that is far too long for its box");
        assertThat(shown())
                .containsExactly(
                        "[name=Ann Cole]",
                        "[post=Teacher at a school with a name that is far too long for its box]",
                        "(appearance name: Dale Winterburn)");
    }
}
