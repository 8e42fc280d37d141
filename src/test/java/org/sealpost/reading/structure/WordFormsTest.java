package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sealpost.reading.document.Document;

/** Word's own ways of making a form, one by one. */
class WordFormsTest {
    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    @Test
    void controlsStandAtEveryLevel() {
        assertThat(read(
                        control("block", "<w:p>" + run("around a block") + "</w:p>"),
                        "<w:p>" + run("Name: ") + control("inline", run("among the words")) + "</w:p>",
                        "<w:tbl><w:tr>" + cell("Row") + cell("") + "</w:tr>"
                                + "<w:sdt><w:sdtPr><w:tag w:val='row'/></w:sdtPr><w:sdtContent><w:tr>"
                                + cell("in a row") + cell("x")
                                + "</w:tr></w:sdtContent></w:sdt>"
                                + "<w:tr>" + cell("Label") + control("cell", cell("around a cell"))
                                + "</w:tr></w:tbl>"))
                .containsExactly(
                        "[block=around a block]",
                        "[inline|Name:=among the words]",
                        "| Row |  |",
                        "| in a row | x |",
                        "| Label | [cell=around a cell] |");
    }

    @Test
    void boxesDatesListsAndRepeatedSectionsAreFields() {
        String item = "<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent><w:p>" + run("VRM ")
                + control("vrm", run("%s")) + "</w:p></w:sdtContent></w:sdt>";
        assertThat(read(
                        "<w:p>" + box("y", true) + run(" Yes ") + box("n", false) + run(" No") + "</w:p>",
                        "<w:p>" + run("Gender: Male ") + box("m", true) + run(" Female ") + box("f", false) + "</w:p>",
                        "<w:p>" + control("when", "<w:date w:fullDate='2026-05-11T00:00:00Z'/>", run("11/05/2026"))
                                + "</w:p>",
                        "<w:p>" + control("basis", "<w:dropDownList/>", run("Told by the child")) + "</w:p>",
                        "<w:sdt><w:sdtPr><w15:repeatingSection/></w:sdtPr><w:sdtContent>" + item.formatted("AB12 CDE")
                                + item.formatted("XY34 ZZZ") + "</w:sdtContent></w:sdt>"))
                .containsExactly(
                        "[tick y|Yes=true]",
                        "[tick n|No=false]",
                        "Gender:",
                        "[tick m|Male=true]",
                        "[tick f|Female=false]",
                        "[date when=11/05/2026]",
                        "[choice basis=Told by the child]",
                        "[vrm|VRM=AB12 CDE]",
                        "[vrm|VRM=XY34 ZZZ]");
    }

    @Test
    void promptsAreNoAnswers() {
        assertThat(read(
                        control("a", "<w:showingPlcHdr/><w:text/>", run("Enter a name")),
                        "<w:p>"
                                + control(
                                        "b",
                                        "<w:text/>",
                                        "<w:r><w:rPr><w:rStyle w:val='PlaceholderText'/></w:rPr><w:t>Naam</w:t></w:r>")
                                + "</w:p>",
                        "<w:p>" + control("c", "<w:text/>", run("Click or tap here to enter text.")) + "</w:p>"))
                .containsExactly("[a=]", "[b=]", "[c=]");
    }

    @Test
    void anAnswerThatLiesOnlyInTheBoundXmlIsRead() {
        Map<String, String> files = word(control(
                "agency",
                "<w:dataBinding w:prefixMappings=\"xmlns:f='urn:f'\" w:xpath='/f:form[1]/f:agency[1]' w:storeItemID='{AB-1}'/><w:showingPlcHdr/>",
                "<w:p>" + run("Agency name") + "</w:p>"));
        files.put("word/_rels/document.xml.rels", relations("customXml", "../customXml/item1.xml"));
        files.put("customXml/item1.xml", "<form xmlns='urn:f'><agency>Teesdale Fostering</agency></form>");
        files.put("customXml/_rels/item1.xml.rels", relations("customXmlProps", "itemProps1.xml"));
        files.put("customXml/itemProps1.xml", "<ds:item xmlns:ds='urn:ds' ds:itemID='{ab-1}'/>");
        assertThat(Shown.of("a.docx", Shown.zip(files))).containsExactly("[agency=Teesdale Fostering]");
    }

    @Test
    void legacyFieldsAreReadWhole() {
        assertThat(read(
                        "<w:p>" + legacy("<w:name w:val='t'/><w:textInput/>", run("one")) + "</w:p>",
                        "<w:p>" + begin("<w:name w:val='long'/><w:textInput/>") + run("first") + "</w:p><w:p>"
                                + run("second") + end() + "</w:p>",
                        "<w:p>" + legacy("<w:name w:val='blank'/><w:textInput/>", run("\u2002\u2002\u2002\u2002\u2002"))
                                + "</w:p>",
                        "<w:p>"
                                + legacy(
                                        "<w:name w:val='c'/><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>",
                                        "")
                                + run(" Anonymous") + "</w:p>",
                        "<w:p>"
                                + legacy(
                                        "<w:name w:val='d'/><w:statusText w:val='How known'/><w:ddList><w:result w:val='1'/>"
                                                + "<w:listEntry w:val='Seen'/><w:listEntry w:val='Told'/></w:ddList>",
                                        "")
                                + "</w:p>",
                        "<w:p>"
                                + legacy(
                                        "<w:name w:val='p'/><w:textInput><w:default w:val='[enter name]'/></w:textInput>",
                                        run("[enter name]"))
                                + "</w:p>"))
                .containsExactly(
                        "[t=one]",
                        "[long=first/second]",
                        "[blank=]",
                        "[tick c|Anonymous=true]",
                        "[choice d,How known=Told]",
                        "[p=]");
    }

    @Test
    void mergedCellsStandOnce() {
        assertThat(read("<w:tbl><w:tr>"
                        + cell("<w:vMerge w:val='restart'/>", "Suspect") + cell("Name")
                        + cell("<w:gridSpan w:val='2'/>", "Dale")
                        + "</w:tr><w:tr>" + cell("<w:vMerge/>", "") + cell("DOB") + cell("1/2/1990") + cell("35")
                        + "</w:tr></w:tbl>"))
                .containsExactly("| Suspect | Name | <2>Dale |", "|  | DOB | 1/2/1990 | 35 |");
    }

    @Test
    void aTableThatOnlyFramesOthersIsNoTable() {
        String inner = "<w:tbl><w:tr>" + cell("Name") + cell("Dale") + "</w:tr></w:tbl>";
        String ticks = "<w:tbl><w:tr>" + cell("\u2612") + cell("Told by the child") + "</w:tr><w:tr>" + cell("\u2610")
                + cell("Anonymous") + "</w:tr></w:tbl>";
        assertThat(read("<w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Suspect</w:t></w:r></w:p>" + inner
                        + "<w:p/></w:tc></w:tr><w:tr>" + cell("Basis") + "<w:tc>" + ticks
                        + "<w:p/></w:tc></w:tr></w:tbl>"))
                .containsExactly(
                        "# Suspect", "| Name | Dale |", "| Basis | \u2612 Told by the child/\u2610 Anonymous |");
    }

    @Test
    void aBorderRoundAFormIsNoTable() {
        String bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Suspect</w:t></w:r></w:p>";
        assertThat(read("<w:tbl><w:tr><w:tc>" + bold + "<w:p>" + run("Name: Dale") + "</w:p><w:p>"
                        + run("DOB: 1/2/1990") + "</w:p></w:tc></w:tr></w:tbl>"))
                .containsExactly("# Suspect", "Name: Dale", "DOB: 1/2/1990");
        assertThat(read("<w:tbl><w:tr><w:tc><w:p>" + run("Seen twice.") + "</w:p><w:p>" + run("Then gone.")
                        + "</w:p></w:tc></w:tr></w:tbl>"))
                .containsExactly("| Seen twice./Then gone. |");
    }

    @Test
    void aTextBoxIsReadOnceWhicheverWayItIsDrawn() {
        String box = "<w:txbxContent><w:p>" + run("in box %s") + "</w:p></w:txbxContent>";
        assertThat(read("<w:p>" + run("before") + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><g>"
                        + "<wps:txbx>" + box.formatted("one") + "</wps:txbx><wps:txbx>" + box.formatted("two")
                        + "</wps:txbx></g></w:drawing></mc:Choice><mc:Fallback><w:pict>" + box.formatted("one")
                        + box.formatted("two") + "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
                        + run(" and after")
                        + "</w:p>"))
                .containsExactly("before and after", "in box one", "in box two");
    }

    @Test
    void changesCommentsAndHiddenTextAreHeldApart() {
        assertThat(read(
                        "<w:p><w:moveFrom>" + run("moved") + "</w:moveFrom><w:ins>" + run("put in")
                                + "</w:ins><w:del><w:r>"
                                + "<w:delText>taken out</w:delText></w:r></w:del></w:p><w:p><w:moveTo>" + run("moved")
                                + "</w:moveTo></w:p>",
                        "<w:p><w:commentRangeStart w:id='1'/>" + run("said")
                                + "<w:r><w:commentReference w:id='1'/></w:r></w:p>",
                        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>",
                        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + cell("a") + cell("b") + "</w:tr><w:tr>" + cell("c")
                                + cell("d") + "</w:tr></w:tbl>"))
                .containsExactly("put in", "moved", "said", "| c | d |");
    }

    @Test
    void ticksOfSymbolFontsAreSeen() {
        assertThat(read("<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>" + run(" Yes ")
                        + "<w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>\uf0a8</w:t></w:r>" + run(" No ")
                        + "<w:r><w:rPr><w:rFonts w:ascii='Wingdings 2' w:hAnsi='Wingdings 2'/></w:rPr><w:t>R</w:t></w:r>"
                        + run(" Maybe") + "</w:p>"))
                .containsExactly("\u2612 Yes \u2610 No \u2612 Maybe");
    }

    @Test
    void stylesSayWhatIsAHeadingByTheirNames() {
        Map<String, String> files = word("<w:p><w:pPr><w:pStyle w:val='berschrift1'/></w:pPr>" + run("Suspect")
                + "</w:p>" + "<w:p><w:pPr><w:pStyle w:val='Label'/></w:pPr>" + run("Vehicle") + "</w:p><w:p>"
                + run("plain") + "</w:p>");
        files.put("word/_rels/document.xml.rels", relations("styles", "styles.xml"));
        files.put(
                "word/styles.xml",
                "<w:styles xmlns:w='" + TRANSITIONAL + "'><w:style w:type='paragraph' w:styleId='berschrift1'>"
                        + "<w:name w:val='heading 1'/></w:style><w:style w:type='paragraph' w:styleId='Label'>"
                        + "<w:name w:val='Label'/><w:rPr><w:b/></w:rPr></w:style></w:styles>");
        assertThat(Shown.of("a.docx", Shown.zip(files))).containsExactly("# Suspect", "# Vehicle", "plain");
    }

    @Test
    void headersFootnotesAndFootersStandAroundTheBodyOnceEach() {
        Map<String, String> files = word("<w:p>" + run("body") + "</w:p>");
        files.put(
                "word/_rels/document.xml.rels",
                relations(
                        "footer",
                        "footer1.xml",
                        "header",
                        "header1.xml",
                        "header",
                        "header2.xml",
                        "footnotes",
                        "notes.xml",
                        "comments",
                        "comments.xml"));
        for (String header : List.of("header1", "header2")) {
            files.put("word/" + header + ".xml", root("hdr", "<w:p>" + run("at the top") + "</w:p>"));
        }
        files.put("word/footer1.xml", root("ftr", "<w:p>" + run("at the foot") + "</w:p>"));
        files.put("word/comments.xml", root("comments", "<w:comment><w:p>" + run("remark") + "</w:p></w:comment>"));
        files.put(
                "word/notes.xml",
                root(
                        "footnotes",
                        "<w:footnote w:type='separator'><w:p>" + run("----") + "</w:p></w:footnote><w:footnote><w:p>"
                                + run("a note") + "</w:p></w:footnote>"));
        assertThat(Shown.of("a.docx", Shown.zip(files))).containsExactly("at the top", "body", "a note", "at the foot");
    }

    @Test
    void strictFilesMacrosAndTemplatesAreWordToo() {
        Map<String, String> files = word("<w:p>" + run("words") + "</w:p>");
        files.replaceAll((name, text) -> text.replace(TRANSITIONAL, STRICT)
                .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006",
                        "http://purl.oclc.org/ooxml/officeDocument"));
        assertThat(Shown.of("a.docx", Shown.zip(files))).containsExactly("words");
        for (String type : List.of(
                "application/vnd.ms-word.document.macroEnabled.main+xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")) {
            Map<String, String> other = word("<w:p>" + run("words") + "</w:p>");
            other.put("[Content_Types].xml", "<Types><Override ContentType=\"" + type + "\"/></Types>");
            other.put("word/vbaProject.bin", "not really");
            List<Document> parts = Listing.of("a.docm", Shown.zip(other)).parts;
            assertThat(Shown.of(parts.get(0).elements())).containsExactly("words");
            assertThat(parts).extracting(Document::name).containsExactly("a.docm", "vbaProject.bin");
        }
    }

    @Test
    void whatIsEmbeddedIsAPart() {
        Map<String, String> files = word("<w:p>" + run("see the note") + "</w:p>");
        files.put("word/embeddings/note.txt", "in the note");
        List<Document> parts = Listing.of("a.docx", Shown.zip(files)).parts;
        assertThat(parts).extracting(Document::name).containsExactly("a.docx", "note.txt");
        assertThat(Shown.of(parts.get(1).elements())).containsExactly("in the note");
    }

    private static List<String> read(String... body) {
        return Shown.of("a.docx", Shown.zip(word(String.join("", body))));
    }

    private static Map<String, String> word(String body) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("_rels/.rels", relations("officeDocument", "word/document.xml"));
        files.put("word/document.xml", root("document", "<w:body>" + body + "</w:body>"));
        return files;
    }

    private static String root(String name, String body) {
        return "<w:" + name + " xmlns:w='" + TRANSITIONAL
                + "' xmlns:w15='urn:w15' xmlns:w14='urn:w14' xmlns:mc='urn:mc'" + " xmlns:wps='urn:wps'>" + body
                + "</w:" + name + ">";
    }

    private static String relations(String... kindsAndTargets) {
        StringBuilder all = new StringBuilder("<Relationships>");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            all.append("<Relationship Id='r")
                    .append(i)
                    .append("' Type='")
                    .append(RELATIONS)
                    .append(kindsAndTargets[i])
                    .append("' Target='")
                    .append(kindsAndTargets[i + 1])
                    .append("'/>");
        }
        return all.append("</Relationships>").toString();
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
    }

    private static String control(String tag, String content) {
        return control(tag, "<w:text/>", content);
    }

    private static String control(String tag, String properties, String content) {
        return "<w:sdt><w:sdtPr><w:tag w:val='" + tag + "'/>" + properties + "</w:sdtPr><w:sdtContent>" + content
                + "</w:sdtContent></w:sdt>";
    }

    private static String box(String tag, boolean on) {
        return control(
                tag,
                "<w14:checkbox><w14:checked w14:val='" + (on ? 1 : 0) + "'/></w14:checkbox>",
                run(on ? "\u2612" : "\u2610"));
    }

    private static String cell(String text) {
        return cell("", text);
    }

    private static String cell(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p>" + run(text) + "</w:p></w:tc>";
    }

    private static String legacy(String data, String result) {
        return begin(data) + result + end();
    }

    private static String begin(String data) {
        return "<w:r><w:fldChar w:fldCharType='begin'><w:ffData>" + data
                + "</w:ffData></w:fldChar></w:r><w:r><w:instrText>"
                + "FORMTEXT</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>";
    }

    private static String end() {
        return "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
    }
}
