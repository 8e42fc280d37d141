package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDNonTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;

/** XFA forms, and forms that say a thing twice. */
class XfaFormsTest {
    private static final String TEMPLATE =
            """
            <template xmlns="http://www.xfa.org/schema/xfa-template/3.3/">
              <subform name="form1" layout="tb">
                <pageSet><pageArea><contentArea/></pageArea></pageSet>
                <draw><font weight="bold"/><value><text>Suspects</text></value></draw>
                <subform name="Suspect" layout="tb">
                  <occur min="1" max="-1"/>
                  <field name="Name"><ui><textEdit/></ui><caption><value><text>Full name</text></value></caption></field>
                  <field name="Born"><ui><dateTimeEdit/></ui><assist><toolTip>Date of birth</toolTip></assist></field>
                  <field name="Sex"><ui><choiceList/></ui><items><text>Choose</text><text>Male</text></items>
                    <items save="1"><text>0</text><text>m</text></items></field>
                </subform>
                <field name="Notes"><ui><textEdit multiLine="1"/></ui><bind match="dataRef" ref="$record.More.Story"/></field>
                <field name="Urgent"><ui><checkButton/></ui><items><text>yes</text><text>no</text></items>
                  <caption><value><text>This is urgent</text></value></caption></field>
                <exclGroup name="Source"><caption><value><text>How do you know?</text></value></caption>
                  <field><ui><checkButton/></ui><items><text>s</text></items><caption><value><text>Seen</text></value></caption></field>
                  <field><ui><checkButton/></ui><items><text>h</text></items><caption><value><text>Heard</text></value></caption></field>
                </exclGroup>
                <subform name="Cars" layout="table">
                  <subform layout="row"><draw><value><text>Reg</text></value></draw><draw><value><text>Make</text></value></draw></subform>
                  <subform name="Car" layout="row"><occur max="-1"/><field name="Reg"/><field name="Make"/></subform>
                </subform>
                <field name="Reviewer" presence="hidden"/>
                <field name="Send"><ui><button/></ui></field>
              </subform>
            </template>
            """;
    private static final String DATA =
            """
            <xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><form1>
            <Suspect><Name>Dale Winterburn</Name><Born>2009-08-04</Born><Sex>m</Sex></Suspect>
            <Suspect><Name>Ann Cole</Name><Born/><Sex>0</Sex></Suspect>
            <More><Story><body xmlns="http://www.w3.org/1999/xhtml"><p>He came twice.</p><p>Then he left.</p></body></Story></More>
            <Urgent>yes</Urgent><Source>h</Source>
            <Cars><Car><Reg>AB12 CDE</Reg><Make>Ford</Make></Car><Car><Reg>AB13 CDE</Reg></Car></Cars>
            <Reviewer>Sam Bell</Reviewer>
            </form1></xfa:data></xfa:datasets>
            """;

    private final PdfSheet sheet = new PdfSheet();
    private final PDAcroForm form = new PDAcroForm(sheet.document());

    XfaFormsTest() {
        sheet.document().getDocumentCatalog().setAcroForm(form);
        PDResources resources = new PDResources();
        resources.put(COSName.HELV, new PDType1Font(FontName.HELVETICA));
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 10 Tf 0 g");
    }

    private COSStream stream(String text) throws IOException {
        COSStream stream = sheet.document().getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return stream;
    }

    private void packets(String template, String datasets) throws IOException {
        COSArray packets = new COSArray();
        packets.add(new COSString("template"));
        packets.add(stream(template));
        packets.add(new COSString("datasets"));
        packets.add(stream(datasets));
        form.getCOSObject().setItem(COSName.XFA, packets);
    }

    private PDTextField field(PDNonTerminalField parent, String name, double y, String value) throws IOException {
        PDTextField field = new PDTextField(form);
        field.setPartialName(name);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setRectangle(PdfSheet.rectangle(50, y, 150, 15));
        widget.setPage(sheet.page());
        sheet.page().getAnnotations().add(widget);
        field.getCOSObject().setItem(COSName.PARENT, parent.getCOSObject());
        field.setValue(value);
        return field;
    }

    @Test
    void aDynamicFormIsReadFromItsTemplateAndItsData() throws IOException {
        sheet.text(50, 100, "Please wait... If this message is not eventually replaced, your viewer cannot show it.");
        sheet.document().getDocumentCatalog().getCOSObject().setBoolean(COSName.getPDFName("NeedsRendering"), true);
        packets(TEMPLATE, DATA);
        assertThat(Shown.of("form.pdf", sheet.bytes()))
                .containsExactly(
                        "# Suspects",
                        "[form1.Suspect.Name|Full name=Dale Winterburn]",
                        "[date form1.Suspect.Born,Date of birth=2009-08-04]",
                        "[choice form1.Suspect.Sex=Male]",
                        "[form1.Suspect.Name|Full name=Ann Cole]",
                        "[date form1.Suspect.Born,Date of birth=]",
                        "[choice form1.Suspect.Sex=]",
                        "[form1.Notes=He came twice./Then he left.]",
                        "[tick form1.Urgent|This is urgent=true]",
                        "How do you know?",
                        "[tick form1.Source|Seen=false]",
                        "[tick form1.Source|Heard=true]",
                        "| Reg | Make |",
                        "| [form1.Cars.Car.Reg=AB12 CDE] | [form1.Cars.Car.Make=Ford] |",
                        "| [form1.Cars.Car.Reg=AB13 CDE] | [form1.Cars.Car.Make=] |",
                        "(hidden form1.Reviewer: Sam Bell)");
    }

    @Test
    void oneStreamOfAllPacketsIsAForm() throws IOException {
        form.getCOSObject()
                .setItem(
                        COSName.XFA,
                        stream("<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\">" + TEMPLATE + DATA + "</xdp:xdp>"));
        assertThat(Shown.of("form.pdf", sheet.bytes())).contains("[form1.Suspect.Name|Full name=Ann Cole]");
    }

    @Test
    void aDynamicFormThatNobodyFilledInIsBlank() throws IOException {
        packets(TEMPLATE, "<datasets/>");
        assertThat(Shown.of("form.pdf", sheet.bytes()))
                .contains("[form1.Suspect.Name|Full name=]", "| [form1.Cars.Car.Reg=] | [form1.Cars.Car.Make=] |");
    }

    @Test
    void aDynamicFormThatIsNoSafeXmlIsOpaque() throws IOException {
        packets("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><template>&e;</template>", DATA);
        Document document = Listing.of("form.pdf", sheet.bytes()).parts.get(0);
        assertThat(document.disposition()).isEqualTo(Disposition.OPAQUE);
        assertThat(document.elements()).isEmpty();
    }

    @Test
    void aStaticFormIsComparedWithItsFields() throws IOException {
        PDNonTerminalField root = new PDNonTerminalField(form);
        root.setPartialName("form1[0]");
        List<PDField> children = List.of(
                field(root, "Name[0]", 100, "Ann Cole"),
                field(root, "Post[0]", 130, "Teacher"),
                field(root, "Town[0]", 160, ""));
        root.setChildren(children);
        form.setFields(List.of(root));
        packets(
                "<template><subform name=\"form1\"><field name=\"Name\"/><field name=\"Post\"/><field name=\"Town\"/>"
                        + "</subform></template>",
                "<datasets><data><form1><Name>Dale Winterburn</Name><Post>teacher</Post><Town>Leeds</Town></form1></data>"
                        + "</datasets>");
        assertThat(Shown.of("form.pdf", sheet.bytes()))
                .containsExactly(
                        "[form1[0].Name[0]=Ann Cole]",
                        "[form1[0].Post[0]=Teacher]",
                        "[form1[0].Town[0]=Leeds]",
                        "(xfa form1[0].Name[0]: Dale Winterburn)");
    }

    @Test
    void whatAnEarlierRevisionSaidStandsAside() throws IOException {
        PDTextField name = new PDTextField(form);
        PDTextField post = new PDTextField(form);
        name.setPartialName("name");
        post.setPartialName("post");
        for (PDTextField field : List.of(name, post)) {
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(PdfSheet.rectangle(50, field == name ? 100 : 140, 150, 15));
            sheet.page().getAnnotations().add(widget);
            form.getFields().add(field);
        }
        post.setValue("Teacher");
        byte[] first = saved(sheet.bytes(), "Dale Winterburn", "Teacher");
        byte[] second = saved(first, "Ann Cole", "");
        assertThat(Shown.of("form.pdf", second))
                .containsExactly(
                        "[name=Ann Cole]",
                        "[post=]",
                        "(earlier-revision name: Dale Winterburn)",
                        "(earlier-revision post: Teacher)");
        assertThat(Shown.of("form.pdf", first)).containsExactly("[name=Dale Winterburn]", "[post=Teacher]");
    }

    /** As a viewer saves: what was changed is put behind what was there. */
    private static byte[] saved(byte[] before, String name, String post) throws IOException {
        try (PDDocument document = Loader.loadPDF(before)) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            for (PDField field : form.getFields()) {
                field.setValue(field.getPartialName().equals("name") ? name : post);
                field.getCOSObject().setNeedToBeUpdated(true);
                field.getWidgets().forEach(w -> {
                    w.getCOSObject().setNeedToBeUpdated(true);
                    w.getAppearance().getCOSObject().setNeedToBeUpdated(true);
                    w.getNormalAppearanceStream().getCOSObject().setNeedToBeUpdated(true);
                });
            }
            ByteArrayOutputStream after = new ByteArrayOutputStream();
            document.saveIncremental(after);
            return after.toByteArray();
        }
    }
}
