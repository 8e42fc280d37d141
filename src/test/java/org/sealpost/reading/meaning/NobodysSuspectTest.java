package org.sealpost.reading.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.reading.document.Document;

/** People near a suspect in a form who are none, and words where a suspect's name should be. */
class NobodysSuspectTest {
    static Stream<Arguments> forms() {
        return Stream.of(
                form(
                        "headings in plain text that nobody knows",
                        "Suspect\nName: Paul Frost\nDOB: \n\nSeen by\nName: Gwen Hart\n\nSigned off by\nName: Mark Tolley\n",
                        "Paul Frost"),
                form("a parent is responsible", "Child: Chloe Bevan\nPerson responsible for child: Janet Bevan\n"),
                form("no suspect", "Suspect\nName: No suspect identified\nDOB:\n"),
                form(
                        "the same as somebody",
                        "Suspect\nName: Paul Frost\n\nSuspect\nName: Same as child\n",
                        "Paul Frost"),
                form("whom the suspect knows", "Suspect known to: Gwen Hart\nSuspect identified by: Rhian Cole\n"),
                form(
                        "who is at risk",
                        "Person identified as at risk: Chloe Bevan\nSubject of this report: Chloe Bevan\n"),
                form("somebody to be worried about", "PERSON YOU ARE WORRIED ABOUT\nNickname: Biggz\n"),
                form("nobody, in Welsh", "UNIGOLYN DAN AMHEUAETH\nEnw: Neb\nCyfeiriad: Heb ei nodi\n"),
                form(
                        "parts of a Welsh form",
                        "Adran 1: Amdanoch chi\nEnw: Sian Price\n\nAdran 2: Person dan amheuaeth\nEnw: Carl Dunn\n\n"
                                + "Adran 3: Rhiant neu ofalwr\nEnw: Gwen Hart\nCyfeiriad: 4 Mill Lane\n",
                        "Carl Dunn"),
                form("a description", "Suspect\nName: Asian male in a hood\n", "?"),
                form("a name that is a word", "Suspect\nName: Lee Child\n", "Lee Child"),
                form("an answer after a gap", "Suspect\n\nName:\n\nPaul Frost\n\nDOB:\n\n2 July 1984\n", "Paul Frost"));
    }

    private static Arguments form(String name, String text, String... suspects) {
        return Arguments.of(name, text, List.of(suspects));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void onlyASuspectIsOne(String name, String text, List<String> suspects) {
        assertThat(names(read(text), "suspect")).isEqualTo(suspects);
    }

    @Test
    void aThirdPersonIsNotTheSecond() {
        JsonNode reading = read("Name: Ann Reed\nName: Carl Dunn\nName: Gwen Hart\nAddress: 4 Mill Lane\n");
        assertThat(names(reading, "otherPerson")).containsExactly("Carl Dunn", "Gwen Hart");
    }

    @Test
    void whatOneDocumentTellsOfAPersonsPartSaysNothingOfTheNextOne() {
        JsonNode reading = read(
                new Pages()
                        .heading("Suspect")
                        .lines("Name: Paul Frost")
                        .heading("Landlord")
                        .document(),
                new Pages().lines("Suspect name: Carl Dunn").document());
        assertThat(names(reading, "suspect")).containsExactly("Paul Frost", "Carl Dunn");
    }

    @Test
    void aParentsNameAndNumberAreOnePersons() {
        JsonNode reading = read("Young person\nName: Ella Ash\nParent name: Gwen Hart\nParent mobile: 07700 900456\n"
                + "Social worker name: Mark Tolley\n");
        assertThat(names(reading, "otherPerson")).containsExactly("Gwen Hart", "Mark Tolley");
    }

    @Test
    void aDateInThreeBoxesIsOfBirthOnlyWhereThatWasAsked() {
        assertThat(read(threeBoxes("Date of incident")).toString()).doesNotContain("dateOfBirth");
        assertThat(read(threeBoxes("Date of birth")).toString()).contains("\"dateOfBirth\":\"1979-11-08\"");
    }

    private static Document threeBoxes(String above) {
        return new Pages()
                .heading("Suspect")
                .field("a", "Name", "", "Paul Frost")
                .lines(above)
                .field("b", "", "Day", "08")
                .field("c", "", "Month", "11")
                .field("d", "", "Year", "1979")
                .document();
    }

    private static JsonNode read(String text) {
        return read(new Pages().lines(text).document());
    }

    private static JsonNode read(Document... documents) {
        return ReadingSchema.valid(Pages.read(List.of(documents)).json().array());
    }

    private static List<String> names(JsonNode reading, String role) {
        Map<String, String> all = new HashMap<>();
        reading.path("included")
                .forEach(e -> all.put(
                        e.path("id").asText(), e.path("attributes").path("name").asText("?")));
        List<String> names = new ArrayList<>();
        reading.at("/data/relationships/" + role + "/data")
                .forEach(r -> names.add(all.getOrDefault(r.path("id").asText(), "?")));
        return names;
    }
}
