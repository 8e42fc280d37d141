package org.sealpost.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sealpost.submission.Bytes;

/** Who reported goes, with what belongs to them alone; everything else stays and is still pointed at rightly. */
class SourceApartTest {
    private static final String READING =
            """
            {"data": {"type": "incident", "id": "1", "attributes": {"incidentDescription": "Bronwen saw a van."},
              "relationships": {
                "personReporting": {"data": [{"type": "person", "id": "person-1"}, {"type": "person", "id": "person-3"}]},
                "suspect": {"data": [{"type": "person", "id": "person-2"}]},
                "otherPerson": {"data": [{"type": "person", "id": "person-3"}]}}},
             "included": [
              {"type": "person", "id": "person-1", "attributes": {"name": "Bronwen Ashcroft"}, "relationships": {
                "telephone": {"data": [{"type": "telephone", "id": "telephone-1"}]},
                "address": {"data": [{"type": "location", "id": "location-1"}]}}},
              {"type": "telephone", "id": "telephone-1", "attributes": {"number": "01632 960871"}},
              {"type": "location", "id": "location-1", "attributes": {"address": "The School"}},
              {"type": "person", "id": "person-2", "attributes": {"name": "Gaz"}, "relationships": {
                "address": {"data": [{"type": "location", "id": "location-1"}]}}},
              {"type": "person", "id": "person-3", "attributes": {"name": "Sioned"}}],
             "meta": {"evidence": [
              {"pointer": "/data/attributes/incidentDescription", "text": "Bronwen saw a van."},
              {"pointer": "/included/0/attributes/name", "text": "Bronwen Ashcroft"},
              {"pointer": "/included/1/attributes/number", "text": "01632 960871"},
              {"pointer": "/included/2/attributes/address", "text": "The School"},
              {"pointer": "/included/3/attributes/name", "text": "Gaz"},
              {"pointer": "/included/4/attributes/name", "text": "Sioned"}],
             "documents": [{"name": "from Bronwen.pdf", "mediaType": "application/pdf"}], "form": null}}
            """;

    private static JsonNode without(boolean names) throws Exception {
        Bytes apart = SourceApart.of(Bytes.of(READING.getBytes(StandardCharsets.UTF_8)), names);
        return new ObjectMapper().readTree(apart.array());
    }

    @Test
    void whoReportedIsGoneAndAllThatIsTheirsAlone() throws Exception {
        JsonNode apart = without(false);
        assertThat(apart.toString()).doesNotContain("Ashcroft", "960871", "person-1", "telephone-1");
        assertThat(apart.at("/data/relationships/personReporting/data")).hasSize(1);
        assertThat(apart.at("/included").findValuesAsText("id")).contains("location-1", "person-2", "person-3");
    }

    @Test
    void everyPointerStillPointsAtItsValue() throws Exception {
        JsonNode apart = without(false);
        JsonNode evidence = apart.at("/meta/evidence");
        assertThat(evidence).hasSize(4);
        for (JsonNode one : evidence) {
            assertThat(apart.at(one.path("pointer").asText()).asText())
                    .isEqualTo(one.path("text").asText());
        }
    }

    @Test
    void whatDocumentsAreCalledGoesWithThem() throws Exception {
        assertThat(without(false).at("/meta/documents/0/name").asText()).isEqualTo("from Bronwen.pdf");
        assertThat(without(true).at("/meta/documents/0").has("name")).isFalse();
        assertThat(without(true).at("/meta/documents/0/mediaType").asText()).isEqualTo("application/pdf");
    }
}
