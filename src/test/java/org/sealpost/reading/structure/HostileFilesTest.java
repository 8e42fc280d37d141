package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.structure.part.PartLimits;

/** Files made to do harm, or broken: they end as not read and with a reason, soon. */
class HostileFilesTest {
    private static final String W = " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
    /** Beyond the ratio an archive is refused before anybody looks; here the readers themselves are asked. */
    private static final PartLimits LIMITS = new PartLimits(200, 5, 64 << 20, 100_000, 50_000, 4_000_000);

    private static final String ENTITY = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>";

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("reading-failed", "a.docx", word("<w:p><w:r><w:t>broken")),
                Arguments.of("reading-failed", "a.docx", word(nested("<w:p><w:r><w:pict><w:txbxContent>", 200))),
                Arguments.of(
                        "reading-failed",
                        "a.docx",
                        word(nested("<w:tbl><w:tr><w:tc>", 90) + "<w:p/>" + closed("</w:tc></w:tr></w:tbl>", 90))),
                Arguments.of("reading-failed", "a.docx", Shown.zip(Map.of("word/document.xml", ENTITY + "<x>&e;</x>"))),
                Arguments.of("reading-too-large", "a.docx", word("<w:p/>".repeat(600_000))),
                Arguments.of(
                        "reading-too-large",
                        "a.docx",
                        word("<w:tbl>" + ("<w:tr>" + "<w:tc/>".repeat(60) + "</w:tr>").repeat(3_000) + "</w:tbl>")),
                Arguments.of("reading-failed", "a.odt", text(ENTITY + "<x>&e;</x>")),
                Arguments.of("reading-failed", "a.odt", text(nested("<a>", 400) + closed("</a>", 400))),
                Arguments.of(
                        "reading-failed",
                        "a.odt",
                        text("<c><body><text>" + nested("<section>", 200) + closed("</section>", 200)
                                + "</text></body></c>")),
                Arguments.of("reading-failed", "a.rtf", bytes("{\\rtf1 " + "{".repeat(100_000))),
                Arguments.of(
                        "reading-failed", "a.rtf", bytes("{\\rtf1 " + "{\\footnote x".repeat(500) + "}".repeat(501))),
                Arguments.of("reading-too-large", "a.rtf", bytes("{\\rtf1 " + "\\par".repeat(200_000) + "}")),
                Arguments.of("reading-failed", "a.html", bytes("<html><body>" + "<table><tr><td>".repeat(400) + "x")),
                Arguments.of(
                        "reading-too-large",
                        "a.html",
                        bytes("<html><body><table>"
                                + ("<tr>" + "<td rowspan=1000000 colspan=1000000>x".repeat(300)).repeat(600))),
                Arguments.of("reading-too-large", "a.txt", bytes("x\n".repeat(200_000))),
                Arguments.of("reading-failed", "a.xlsx", Shown.zip(Map.of("xl/workbook.xml", "<workbook"))),
                Arguments.of(
                        "reading-too-large",
                        "a.ods",
                        sheet(
                                "<table-row><table-cell number-columns-repeated='9999999'>"
                                        + "<p>x</p></table-cell></table-row>",
                                2_000)));
    }

    @ParameterizedTest(name = "{0} {1} {index}")
    @MethodSource("files")
    @Timeout(20)
    void endWithAReason(String reason, String name, byte[] bytes) {
        Listing listing = new Listing();
        new PartsReader(LIMITS).read(name, "", bytes, Unopened.NONE, listing);
        Document document = listing.parts.get(0);
        assertThat(document.disposition()).isEqualTo(Disposition.OPAQUE);
        assertThat(document.reason()).startsWith(reason + ": ");
        assertThat(document.elements()).isEmpty();
    }

    @org.junit.jupiter.api.Test
    void aSpanBeyondAllBoundsIsCutToWhatATableMayHave() {
        assertThat(Shown.of(
                        "a.html",
                        bytes("<html><body><table><tr><td rowspan=1000000 colspan=1000000>a</td></tr>"
                                + "<tr><td>b</td></tr></table>")))
                .containsExactly("| <63>a |", "| <63> | b |");
        assertThat(Shown.of(
                        "a.docx",
                        word("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='1000000'/></w:tcPr><w:p><w:r><w:t>a"
                                + "</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")))
                .containsExactly("| a |");
    }

    private static byte[] word(String body) {
        return Shown.zip(
                Map.of("word/document.xml", "<w:document" + W + "><w:body>" + body + "</w:body></w:document>"));
    }

    private static byte[] text(String content) {
        return Shown.zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", content));
    }

    private static byte[] sheet(String row, int times) {
        return Shown.zip(Map.of(
                "mimetype",
                "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml",
                "<c><body><spreadsheet><table>" + row.repeat(times) + "</table></spreadsheet></body></c>"));
    }

    private static String nested(String open, int times) {
        return open.repeat(times);
    }

    private static String closed(String close, int times) {
        return close.repeat(times);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
