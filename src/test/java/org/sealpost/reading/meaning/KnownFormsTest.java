package org.sealpost.reading.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.meaning.form.FormDraft;
import org.sealpost.reading.meaning.form.KnownForm;
import org.sealpost.reading.meaning.form.KnownForms;
import org.sealpost.reading.meaning.vocabulary.YamlFileException;

/** A form whose words the vocabulary cannot know, and its definition. */
class KnownFormsTest {
    private static final String NIGHT_LOG =
            """
            form: night-log
            version: "2"
            fingerprint:
              fields: [p1, p2, car]
              labels: ["Who was at the door?", "Which wheels?", "Office only", "Corner"]
            read:
              - field: p1
                role: suspect
                number: 1
                attribute: name
              - field: p2
                role: suspect
                number: 2
                attribute: name
              - field: car
                role: vehicle
                attribute: registrationMark
              - label: "Which wheels?"
                role: vehicle
                attribute: [make, model]
              - label: "Office only"
                attribute: ignore
              - heading: "Corner"
                attribute: narrative
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private static Document filled() {
        return new Pages()
                .table("Who was at the door?", "Which wheels? | Seat Ibiza", "OFFICE ONLY: | 07700 900123")
                .field("p1", "", "", "Idris Vane")
                .field("p2", "", "", "Tegan Marsh")
                .field("car", "", "", "NV61 ABC")
                .heading("Corner")
                .lines("He waits by the chip shop until they come out.")
                .document();
    }

    private Path write(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }

    private JsonNode read(Document document) {
        List<Document> documents = List.of(document);
        JsonNode reading = ReadingSchema.valid(new FormInterpreter(Interpreters.vocabulary(), KnownForms.load(folder))
                .interpret(Pages.cover(), documents, List.of())
                .json()
                .array());
        assertThat(Grounds.missing(reading, documents)).isEmpty();
        return reading;
    }

    @Test
    void aDefinitionSaysWhatTheVocabularyCannotKnow() throws IOException {
        JsonNode without = read(filled());
        assertThat(without.at("/meta/form").isNull()).isTrue();
        assertThat(without.at("/data/relationships").has("suspect")).isFalse();

        write("night-log.yaml", NIGHT_LOG);
        JsonNode with = read(filled());
        assertThat(with.at("/meta/form/name").asText()).isEqualTo("night-log");
        assertThat(with.at("/meta/form/version").asText()).isEqualTo("2");
        assertThat(with.at("/data/relationships/suspect/data")).hasSize(2);
        assertThat(with.at("/data/attributes/incidentDescription").asText()).contains("chip shop");
        assertThat(with.findValuesAsText("name")).contains("Idris Vane", "Tegan Marsh");
        assertThat(with.findValuesAsText("registrationMark")).containsExactly("NV61ABC");
        assertThat(with.findValuesAsText("make")).containsExactly("Seat");
        assertThat(with.findValuesAsText("number")).isEmpty();
    }

    @Test
    void anotherFormIsReadAsIfThereWereNoDefinition() throws IOException {
        Document other = new Pages()
                .table("Name of suspect | Owen Pask", "Which wheels? | Audi", "Corner | x")
                .document();
        JsonNode without = read(other);
        write("night-log.yaml", NIGHT_LOG);
        assertThat(read(other)).isEqualTo(without);
    }

    @Test
    void theVersionThatMatchesBestIsTheOne() throws IOException {
        write("a.yaml", NIGHT_LOG.replace("\"2\"", "\"1\"").replace("fields: [p1, p2, car]", "fields: [p1, p2, bus]"));
        write("b.yaml", NIGHT_LOG);
        assertThat(read(filled()).at("/meta/form/version").asText()).isEqualTo("2");
    }

    @Test
    void oneVersionIsDescribedOnce() throws IOException {
        write("a.yaml", NIGHT_LOG);
        write("b.yaml", NIGHT_LOG);
        assertThatThrownBy(() -> KnownForms.load(folder))
                .isInstanceOf(YamlFileException.class)
                .hasMessageContaining("b.yaml")
                .hasMessageContaining("version 2 of night-log");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form: night-log | form: Night Log | form is a name of lower-case letters",
                "attribute: ignore | attribute: ignored | entry 5 of read: attribute is one of",
                "role: suspect | role: culprit | entry 1 of read: role is one of",
                "number: 2 | number: 0 | entry 2 of read: number is",
                "field: car | feeld: car | entry 3 of read has the key feeld",
                "- heading: \"Corner\" | - number: 1 | entry 6 of read has one of field, label and heading",
                "fields: \\[p1, p2, car] | least: 0.2 | fingerprint.least",
                "read: | read: [ | it is not YAML, by line",
                "version: \"2\" | version: | version is a text",
            })
    void aWrongFileIsOneSentenceThatNamesFileAndEntry(String right, String wrong, String sentence) throws IOException {
        Path file = write("n.yaml", NIGHT_LOG.replaceFirst(right, wrong));
        assertThatThrownBy(() -> KnownForms.one(file))
                .isInstanceOf(YamlFileException.class)
                .hasMessageContaining("n.yaml")
                .hasMessageContaining(sentence);
    }

    @Test
    void aDraftIsADefinitionAndReadsNoWorseThanTheVocabulary() throws IOException {
        Document blank = new Pages()
                .heading("Details of suspect")
                .table("Full name |", "Known as |", "Shoe \"size\" |", "Telephone |")
                .field("veh_reg", "", "Registration", "")
                .field("x9", "", "Moon phase", "")
                .document();
        Path file = write("draft.yaml", new FormDraft(Interpreters.vocabulary()).of(blank));
        KnownForm draft = KnownForms.one(file);
        assertThat(draft.match(blank).share()).isEqualTo(1);
        assertThat(Files.readString(file))
                .contains("field: \"veh_reg\"", "# - field: \"x9\"   # printed: Moon phase", "Shoe \\\"size\\\"");

        Document filled = new Pages()
                .heading("Details of suspect")
                .table("Full name | Owen Pask", "Known as | Pasky", "Shoe \"size\" | 9", "Telephone | 07700 900321")
                .field("veh_reg", "", "Registration", "NV61 ABC")
                .field("x9", "", "Moon phase", "full")
                .document();
        assertThat(draft.match(filled).recognised()).isTrue();
        JsonNode with = read(filled);
        assertThat(with.at("/meta/form").isObject()).isTrue();
        Files.delete(file);
        JsonNode without = read(filled);
        assertThat(with.at("/included")).isEqualTo(without.at("/included"));
        assertThat(with.at("/data")).isEqualTo(without.at("/data"));
    }

    @Test
    void theDefinitionsThatComeWithTheProgramCanBeUsed() {
        assertThatThrownBy(() -> KnownForms.one(folder.resolve("none.yaml"))).isInstanceOf(YamlFileException.class);
        assertThat(KnownForms.load(Path.of("config/forms"))).isNotEqualTo(KnownForms.NONE);
    }
}
