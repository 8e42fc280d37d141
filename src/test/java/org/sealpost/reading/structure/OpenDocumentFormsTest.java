package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;

/** OpenDocument's own ways of making a form, one by one. */
class OpenDocumentFormsTest {
    private static final String SPACES =
            " xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:draw='d' xmlns:form='f'"
                    + " xmlns:style='s' xmlns:fo='fo' xmlns:loext='l' xmlns:field='fi' xmlns:xml='http://www.w3.org/XML/1998/namespace'";
    private static final String STYLES =
            "<office:automatic-styles><style:style style:name='B' style:family='paragraph'>"
                    + "<style:text-properties fo:font-weight='bold'/></style:style>"
                    + "<style:style style:name='H' style:family='text'><style:text-properties text:display='none'/></style:style>"
                    + "<style:style style:name='W' style:family='text'><style:text-properties style:font-name='Wingdings'/></style:style>"
                    + "</office:automatic-styles>";

    @Test
    void controlsStandWhereTheyAreDrawn() {
        String forms = "<office:forms><form:form>"
                + "<form:text form:id='c1' form:name='name' form:value='' form:current-value='Dale Winterburn'/>"
                + "<form:checkbox form:id='c2' form:name='anon' form:label='Anonymous' form:current-state='checked'/>"
                + "<form:radio form:id='c3' form:name='urgent' form:label='Yes' form:current-selected='true'/>"
                + "<form:listbox form:id='c4' form:name='basis'><form:option form:label='Seen'/>"
                + "<form:option form:label='Told' form:current-selected='true'/></form:listbox>"
                + "<form:fixed-text form:id='c5' form:label='Date of report'/>"
                + "<form:date form:id='c6' form:name='when' form:current-value='2026-05-11'/>"
                + "<form:button form:id='c7' form:label='Send'/></form:form></office:forms>";
        assertThat(read(forms
                        + "<text:p>Full name <draw:control draw:control='c1'/></text:p>"
                        + "<text:p><draw:control draw:control='c2'/></text:p><text:p>Urgent? <draw:control draw:control='c3'/></text:p>"
                        + table(row(cell("", "How known"), cell("", "<draw:control draw:control='c4'/>")))
                        + "<text:p><draw:control draw:control='c5'/> <draw:control draw:control='c6'/>"
                        + "<draw:control draw:control='c7'/></text:p>"))
                .containsExactly(
                        "[name|Full name=Dale Winterburn]",
                        "[tick anon,Anonymous=true]",
                        "[tick urgent,Yes|Urgent?=true]",
                        "| How known | [choice basis=Told] |",
                        "[date when|Date of report=2026-05-11]");
    }

    @Test
    void fieldsToFillInAreFieldsAndTheirPromptsNoAnswers() {
        assertThat(read(
                        "<text:p>Agency: <text:text-input text:description='Your agency'>Teesdale</text:text-input></text:p>"
                                + "<text:p>Role: <text:text-input text:description='Your role'>Your role</text:text-input></text:p>"
                                + "<text:p>Age: <text:placeholder text:placeholder-type='text'>&lt;age&gt;</text:placeholder></text:p>"
                                + "<text:p><text:drop-down text:name='basis'><text:label text:value='Seen'/>"
                                + "<text:label text:value='Told' text:current-selected='true'/>Told</text:drop-down></text:p>"
                                + "<text:p><loext:content-control loext:alias='Mobile'><text:span>07700 900033</text:span>"
                                + "</loext:content-control></text:p>"
                                + "<text:p><loext:content-control loext:checkbox='true' loext:checked='true'>\u2612</loext:content-control>"
                                + " Told by the child</text:p>"))
                .containsExactly(
                        "[,Your agency|Agency:=Teesdale]",
                        "[,Your role|Role:=]",
                        "Age:",
                        "[choice basis=Told]",
                        "[,Mobile=07700 900033]",
                        "[tick |Told by the child=true]");
    }

    @Test
    void wordsFieldsInOpenDocumentAreFields() {
        assertThat(read(
                        "<text:p>Name <field:fieldmark-start text:name='nm' field:type='vnd.oasis.opendocument.field.FORMTEXT'/>"
                                + "Dale<field:fieldmark-end/></text:p><text:p><field:fieldmark text:name='an'"
                                + " field:type='vnd.oasis.opendocument.field.FORMCHECKBOX'><field:param field:name='Checkbox_Checked'"
                                + " field:value='true'/></field:fieldmark> Anonymous</text:p>"))
                .containsExactly("[nm|Name=Dale]", "[tick an|Anonymous=true]");
    }

    @Test
    void mergedCellsStandOnceAndHeaderRowsAreEmphasised() {
        assertThat(read(table("<table:table-header-rows>" + row(cell("", "Name"), cell("", "DoB"), cell("", "Reg"))
                        + "</table:table-header-rows>"
                        + row(
                                cell(" table:number-rows-spanned='2' table:number-columns-spanned='2'", "Dale"),
                                "<table:covered-table-cell/>",
                                cell("", "AB12 CDE"))
                        + row("<table:covered-table-cell table:number-columns-repeated='2'/>", cell("", "XY34 ZZZ")))))
                .containsExactly("| *Name | *DoB | *Reg |", "| <2>Dale | AB12 CDE |", "| <2> | XY34 ZZZ |");
    }

    @Test
    void whatWasDeletedHiddenOrRemarkedIsLeftOut() {
        assertThat(read(
                        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
                                + "</text:changed-region></text:tracked-changes>"
                                + "<text:p text:style-name='B'>Suspect</text:p>"
                                + "<text:p>put<text:change text:change-id='1'/> in<office:annotation><text:p>remark</text:p></office:annotation>"
                                + "<text:span text:style-name='H'> hidden</text:span></text:p>"
                                + "<text:p><draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box></draw:frame>beside</text:p>"
                                + "<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>"
                                + "<text:p><text:span text:style-name='W'>\uf0fe</text:span> Yes</text:p>"
                                + "<text:p>noted<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>below</text:p>"
                                + "</text:note-body></text:note></text:p>"))
                .containsExactly(
                        "# Suspect", "put in", "beside", "in a box", "a   b\tc", "d", "\u2612 Yes", "noted", "below");
    }

    @Test
    void headersAndFootersStandAroundTheBody() {
        Map<String, String> files = files("text", "<text:p>body</text:p>");
        files.put(
                "styles.xml",
                "<office:document-styles" + SPACES + "><office:master-styles><style:master-page>"
                        + "<style:header><text:p>at the top</text:p></style:header><style:footer><text:p>at the foot</text:p>"
                        + "</style:footer></style:master-page></office:master-styles></office:document-styles>");
        assertThat(Shown.of("a.odt", Shown.zip(files))).containsExactly("at the top", "body", "at the foot");
    }

    @Test
    void aFlatFileIsReadLikeAZippedOne() {
        String flat =
                "<?xml version='1.0'?>\n<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                        + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
                        + " office:mimetype='application/vnd.oasis.opendocument.text'><office:body><office:text><text:p>words</text:p>"
                        + "</office:text></office:body></office:document>";
        assertThat(Shown.of("a.fodt", flat.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .containsExactly("words");
    }

    @Test
    void sheetsAreReadAsTheyAreDisplayed() {
        String value =
                "<table:table-cell office:value-type='date' office:date-value='1990-02-01'><text:p>01/02/90</text:p>"
                        + "</table:table-cell>";
        Map<String, String> files = files(
                "spreadsheet",
                "<table:table table:name='Form'>"
                        + row(
                                "<table:table-cell table:number-columns-spanned='3'><text:p>Suspect</text:p></table:table-cell>")
                        + row(cell("", "Name"), cell(" table:number-columns-repeated='2'", ""), cell("", "Dale"))
                        + row(cell("", "DoB"), cell(" table:number-columns-repeated='2'", ""), value)
                        + "<table:table-row table:number-rows-repeated='1000000'><table:table-cell"
                        + " table:number-columns-repeated='16384'/></table:table-row></table:table>"
                        + "<table:table table:name='Cars'>" + row(cell("", "Reg"), cell("", "AB12 CDE"))
                        + "</table:table>");
        assertThat(Shown.of("a.ods", Shown.zip(files)))
                .containsExactly(
                        "# Form",
                        "| Suspect |  |",
                        "| Name | Dale |",
                        "| DoB | 01/02/90 |",
                        "# Cars",
                        "| Reg | AB12 CDE |");
    }

    @Test
    void aLockedFileIsNotCalledRead() {
        Map<String, String> files = files("text", "<text:p>x</text:p>");
        files.put("META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>");
        Document document = Listing.of("a.odt", Shown.zip(files)).parts.get(0);
        assertThat(document.disposition()).isEqualTo(Disposition.OPAQUE);
        assertThat(document.reason()).startsWith("encrypted: ");
    }

    @Test
    void picturesAreParts() {
        Map<String, String> files = files("text", "<text:p>x</text:p>");
        files.put("Pictures/a.txt", "in a picture's place");
        assertThat(Listing.of("a.odt", Shown.zip(files)).parts)
                .extracting(Document::name)
                .containsExactly("a.odt", "a.txt");
    }

    private static List<String> read(String body) {
        return Shown.of("a.odt", Shown.zip(files("text", body)));
    }

    private static Map<String, String> files(String kind, String body) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("mimetype", "application/vnd.oasis.opendocument." + kind);
        files.put(
                "content.xml",
                "<office:document-content" + SPACES + ">" + STYLES + "<office:body><office:" + kind + ">" + body
                        + "</office:" + kind + "></office:body></office:document-content>");
        return files;
    }

    private static String table(String rows) {
        return "<table:table>" + rows + "</table:table>";
    }

    private static String row(String... cells) {
        return "<table:table-row>" + String.join("", cells) + "</table:table-row>";
    }

    private static String cell(String attributes, String text) {
        return "<table:table-cell" + attributes + ">" + (text.isEmpty() ? "" : "<text:p>" + text + "</text:p>")
                + "</table:table-cell>";
    }
}
