package org.sealpost.reading.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sealpost.reading.Reading;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.PagePicture;
import org.sealpost.reading.document.Place;
import org.sealpost.submission.Bytes;

class ExhibitPageTest {
    private static final String READING =
            """
            {"data": {"type": "incident", "id": "i", "attributes": {"incidentDescription": "He waits\\nby <b>the gate</b>."},
              "relationships": {"suspect": {"data": [{"type": "person", "id": "person-1"}, {"type": "person", "id": "person-2"}]}}},
             "included": [
              {"type": "person", "id": "person-1", "attributes": {"name": "Idris Vane", "surname": "Vane"},
               "relationships": {"address": {"data": [{"type": "location", "id": "location-1"}]}}},
              {"type": "location", "id": "location-1", "attributes": {"address": "3 Quay Row, Whitby YO21 9ZZ", "postcode": "YO21 9ZZ"}},
              {"type": "person", "id": "person-2", "attributes": {"name": "<script>alert(1)</script>"}}],
             "meta": {"evidence": [
              {"pointer": "/data/attributes/incidentDescription", "document": 0, "text": "He waits\\nby <b>the gate</b>.", "method": "label", "confidence": 0.9},
              {"pointer": "/included/0/attributes/name", "document": 0, "text": "Idris Vane", "method": "table", "confidence": 0.93},
              {"pointer": "/included/0/attributes/surname", "document": 0, "text": "Idris Vane", "method": "table", "confidence": 0.84},
              {"pointer": "/included/1/attributes/address", "document": 0, "text": "3 Quay Row, Whitby YO21 9ZZ", "method": "table", "confidence": 0.93},
              {"pointer": "/included/1/attributes/postcode", "document": 0, "text": "YO21 9ZZ", "method": "table", "confidence": 0.93,
               "alternatives": ["Y021 9ZZ"]},
              {"pointer": "/included/2/attributes/name", "document": 1, "page": 1, "box": {"x": 10, "y": 20, "width": 30, "height": 5},
               "text": "<script>alert(1)</script>", "method": "ocr", "confidence": 0.41}]}}
            """;

    private static final Bytes PNG = Bytes.of("not looked at".getBytes(StandardCharsets.US_ASCII));

    private final String page = new ExhibitPage()
            .of(new Exhibit(
                    new Reading(Bytes.of(READING.getBytes(StandardCharsets.UTF_8)), false, List.of(), 2, 0),
                    List.of(
                            document(
                                    "note.docx",
                                    line("Seen by Idris Vane's neighbour"),
                                    table("Name", "Idris  Vane", "Address", "3 Quay Row,\nWhitby YO21 9ZZ"),
                                    line("He waits"),
                                    line("by <b>the gate</b>. Always.")),
                            document("scan.png")),
                    Map.of(1, List.of(new PagePicture(1, 200, 100, PNG)))));

    private static Document document(String name, Element... elements) {
        return new Document(name, -1, "application/x", 1, "", Disposition.READ, "", List.of(elements));
    }

    private static Element line(String text) {
        return new Element.Line(text, Place.NOWHERE);
    }

    private static Element table(String... texts) {
        return new Element.Table(
                List.of(new Element.Row(java.util.Arrays.stream(texts)
                        .map(t -> new Element.Cell(t, List.of(), 1, false, Place.NOWHERE))
                        .toList())),
                Place.NOWHERE);
    }

    @Test
    void whatTheDocumentsSayIsTextAndNeverMarkup() {
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "by &lt;b&gt;the gate&lt;/b&gt;.")
                .doesNotContain("<script", "<b>")
                .contains("default-src 'none'");
    }

    @Test
    void whatAValueMayBeAsWellIsSaid() {
        assertThat(page).containsOnlyOnce("may also be: Y021 9ZZ");
    }

    @Test
    void everyBoxLiesOnItsPageInHundredths() {
        assertThat(page).contains("left:5.0%;top:20.0%;width:15.0%;height:5.0%");
        assertThat(page).contains("src=\"data:image/png;base64,bm90IGxvb2tlZCBhdA==\"");
    }

    @Test
    void everySpotHasOneNumberInTheTextAndOneAmongTheValues() {
        for (int spot = 1; spot <= 4; spot++) {
            assertThat(page.split("id=\"v" + spot + "\"", -1))
                    .as("value %s", spot)
                    .hasSize(2);
            assertThat(page.split("href=\"#s" + spot + "\"", -1))
                    .as("to spot %s", spot)
                    .hasSize(2);
        }
        assertThat(page).doesNotContain("id=\"v5\"");
    }

    @Test
    void aSpotMayRunOverLinesAndBlanks() {
        assertThat(page.replaceAll("\\s+", " "))
                .containsPattern("<mark class=\"incident\" id=\"s1\">He waits <a")
                .containsPattern("<mark class=\"incident\">by &lt;b&gt;the gate&lt;/b&gt;. </mark>")
                .contains("3 Quay Row, Whitby YO21 9ZZ");
    }

    @Test
    void peopleOfOneRoleAreCountedAndTheDoubtfulIsSaid() {
        assertThat(page).contains("Suspect 1", "Suspect 2", "<span class=\"doubt\">41 %</span>");
        assertThat(page).doesNotContain("class=\"doubt\">93");
    }
}
