package org.sealpost.reading.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sealpost.reading.Reading;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Element;

/** What holds for every reading, whatever the form. */
class ReadingTest {
    private static JsonNode valid(Document... documents) {
        JsonNode reading =
                ReadingSchema.valid(Pages.read(List.of(documents)).json().array());
        assertThat(Grounds.missing(reading, List.of(documents))).isEmpty();
        return reading;
    }

    @Test
    void nothingReadIsAReadingToo() {
        Document opaque = new Document(
                "",
                -1,
                "image/jpeg",
                7,
                "a".repeat(64),
                Document.Disposition.OPAQUE,
                "scan: nobody read it",
                List.of());
        Reading reading = Pages.read(List.of(opaque));
        assertThat(reading.documents()).isEqualTo(1);
        assertThat(reading.unread()).isEqualTo(1);
        assertThat(valid(opaque).at("/meta/documents/0/disposition").asText()).isEqualTo("opaque");
    }

    @Test
    void theSchemaRefusesAnEmptyStringAndAStranger() {
        ObjectNode reading =
                (ObjectNode) valid(new Pages().lines("Name: Ann Lee").document());
        ObjectNode attributes = (ObjectNode) reading.at("/included/1/attributes");
        attributes.put("name", "");
        assertThat(ReadingSchema.problems(reading)).isNotEmpty();
        attributes.put("name", "Ann Lee");
        assertThat(ReadingSchema.problems(reading)).isEmpty();
        attributes.put("shoeSize", "9");
        assertThat(ReadingSchema.problems(reading)).isNotEmpty();
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        Document document = new Pages()
                .lines("Suspect: Jo Bell\nVRM: K123 ABC\nInformation: seen twice")
                .document();
        assertThat(Pages.read(List.of(document))).isEqualTo(Pages.read(List.of(document)));
    }

    @Test
    void aPlaceOnThePageGoesWithTheEvidence() {
        JsonNode reading =
                valid(new Pages().field("suspect_name", "", "", "Jo Bell").document());
        assertThat(reading.at("/meta/evidence/0/page").asInt()).isEqualTo(1);
        assertThat(reading.at("/meta/evidence/0/box/width").asDouble()).isEqualTo(3);
        assertThat(reading.at("/meta/evidence/0/method").asText()).isEqualTo("acroform");
    }

    @Test
    void aWrongDateOfBirthIsKeptAsWrittenAndNeverGuessed() {
        JsonNode person = valid(new Pages()
                        .heading("Suspect")
                        .lines("Name: Jo Bell\nDOB: 07/19/1989")
                        .document())
                .at("/included/1/attributes");
        assertThat(person.has("dateOfBirth")).isFalse();
        assertThat(person.get("personDescription").asText()).isEqualTo("DOB: 07/19/1989");
    }

    @Test
    void anUnknownLabelIsNotLost() {
        JsonNode reading =
                valid(new Pages().table("Shoe size | 9", "Name | Jo Bell").document());
        assertThat(reading.at("/meta/unplaced/0/label").asText()).isEqualTo("Shoe size");
        assertThat(reading.at("/meta/unplaced/0/text").asText()).isEqualTo("9");
    }

    @Test
    void whatStandsAsideIsToldAndNothingIsMadeOfIt() {
        Pages pages = new Pages().field("suspect_name", "", "", "Jo Bell");
        JsonNode without = valid(pages.document());
        JsonNode with = valid(pages.aside("suspect_name", "Sam Cole", Element.Reason.EARLIER_REVISION)
                .document());
        assertThat(with.at("/meta/unplaced/0/label").asText()).isEqualTo("suspect_name");
        assertThat(with.at("/meta/unplaced/0/text").asText()).isEqualTo("Sam Cole");
        assertThat(with.at("/meta/unplaced/0/aside").asText()).isEqualTo("earlier-revision");
        assertThat(with.get("included")).isEqualTo(without.get("included"));
        assertThat(with.get("data")).isEqualTo(without.get("data"));
    }

    @Test
    void aMarkRecognisedInAPictureTellsWhatElseItMayBe() {
        JsonNode reading = valid(new Pages()
                .heading("Vehicle")
                .recognised("Registration: OP645RW\nMake: Ford")
                .document());
        assertThat(reading.at("/included/1/attributes/registrationMark").asText())
                .isEqualTo("OP64SRW");
        assertThat(reading.at("/included/1/attributes/registrationMarkAsWritten")
                        .asText())
                .isEqualTo("OP645RW");
        assertThat(reading.at("/meta/evidence/0/alternatives/0").asText()).isEqualTo("OP645RW");
        assertThat(reading.at("/meta/evidence/0/text").asText()).isEqualTo("OP645RW");
    }

    @Test
    void whatANarrowCellHasWrappedIsRead() {
        JsonNode reading = valid(new Pages()
                .heading("Suspect")
                .table(
                        "*Name|*Date of birth|*Vehicle",
                        "Jo Bell|15/06/200\n9|Ford\nFiesta,\nblue, EV12\nNNM",
                        "Kim Ash|4/5/1990|")
                .document());
        assertThat(reading.at("/included/1/attributes/dateOfBirth").asText()).isEqualTo("2009-06-15");
        assertThat(reading.findValuesAsText("registrationMark")).containsExactly("EV12NNM");
        assertThat(reading.findValuesAsText("model")).containsExactly("Fiesta");
    }

    @Test
    void oneMarkOrAnotherIsOneVehicle() {
        JsonNode reading = valid(new Pages()
                .heading("Vehicle")
                .lines("Registration: AB12 CDE or AB12 CDF")
                .document());
        assertThat(reading.at("/included/2").isMissingNode()).isTrue();
        assertThat(reading.at("/meta/evidence/0/alternatives/0").asText()).isEqualTo("AB12CDF");
    }

    @Test
    void urgencyAndProvenanceAreTicked() {
        Document document = new Pages()
                .tick("", "This is urgent", true)
                .lines("How do you know this?\n[x] First hand\n[ ] Anonymous")
                .document();
        JsonNode reading = valid(document);
        assertThat(reading.at("/data/attributes/urgent").asBoolean()).isTrue();
        assertThat(reading.at("/data/attributes/reportedReason").asText()).isEqualTo("First hand");
        assertThat(Pages.read(List.of(document)).urgent()).isTrue();
    }

    @Test
    void proseMakesNobodyASuspect() {
        JsonNode reading = valid(new Pages()
                .lines("The suspect John Smith drives a van NV65 LOD and can be reached on 07700 900345 most evenings.")
                .document());
        assertThat(reading.at("/data/relationships").has("suspect")).isFalse();
        assertThat(reading.at("/data/relationships").has("vehicle")).isTrue();
        assertThat(reading.at("/meta/evidence").findValuesAsText("method")).contains("prose");
    }

    @Test
    void theFormComesBeforeTheSender() {
        Document mail =
                new Pages().sender("Form Office", "office@agency.example").document();
        Document form = new Pages()
                .lines("Completed by: Ann Lee\nEmail: ann@agency.example")
                .document();
        JsonNode person = valid(mail, form).at("/included/1");
        assertThat(person.at("/attributes/name").asText()).isEqualTo("Ann Lee");
        assertThat(person.at("/relationships/email/data")).hasSize(1);
    }

    @Test
    void aFloodIsCutAndSaidToBe() {
        Pages pages = new Pages().heading("Information");
        for (int i = 0; i < 20_000; i++) {
            pages.lines("He was there again, and this line is long enough to fill the paper. " + i);
        }
        Reading flood = Pages.read(List.of(pages.document()));
        JsonNode reading = ReadingSchema.valid(flood.json().array());
        assertThat(flood.json().size()).isLessThan(4 << 20);
        assertThat(reading.at("/meta/truncated").asBoolean()).isTrue();
    }

    @Test
    void whereEvenTheCutReadingIsTooLargeTheBareOneIsGiven() {
        Pages pages = new Pages();
        for (int i = 0; i < 99; i++) {
            pages.heading("Suspect " + (i + 1)).field("", "Description", "", "\u0001".repeat(9_500));
        }
        Document document = pages.document();
        Reading flood = Pages.read(List.of(document));
        assertThat(flood.json().size()).isLessThan(4 << 20);
        JsonNode reading = ReadingSchema.valid(flood.json().array());
        assertThat(reading.at("/included")).hasSize(1);
        assertThat(reading.at("/meta/documents/0/disposition").asText()).isEqualTo("opaque");
        assertThat(reading.at("/meta/documents/0/reason").asText()).startsWith("reading-too-large: ");
        assertThat(flood.unread()).isEqualTo(1);
    }

    @Test
    void suspectsOfWhomOnlyTheLooksAreKnownStayApart() {
        Pages pages = new Pages();
        for (int i = 1; i <= 3; i++) {
            pages.heading("Suspect " + i).field("", "Description", "", "tall " + i);
        }
        assertThat(valid(pages.document()).at("/data/relationships/suspect/data"))
                .hasSize(3);
    }

    @Test
    void ofALabelInTwoLanguagesTheHalfThatIsKnownCounts() {
        Pages pages = new Pages()
                .heading("Unigolyn y mae amheuaeth / Suspect")
                .lines("Enw yn llawn / Name: Owain Pryce\nDyddiad ei eni / Date of birth: 04/08/1989");
        JsonNode reading = valid(pages.document());
        assertThat(reading.at("/data/relationships/suspect/data")).hasSize(1);
        assertThat(reading.at("/included/1/attributes/name").asText()).isEqualTo("Owain Pryce");
        assertThat(reading.at("/included/1/attributes/dateOfBirth").asText()).isEqualTo("1989-08-04");
    }
}
