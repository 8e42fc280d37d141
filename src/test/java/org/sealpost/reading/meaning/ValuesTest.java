package org.sealpost.reading.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.reading.meaning.value.Ages;
import org.sealpost.reading.meaning.value.Answers;
import org.sealpost.reading.meaning.value.Dates;
import org.sealpost.reading.meaning.value.OnlineIdentities;
import org.sealpost.reading.meaning.value.PersonNames;
import org.sealpost.reading.meaning.value.PlateShapes;
import org.sealpost.reading.meaning.value.Plates;
import org.sealpost.reading.meaning.value.Postcodes;
import org.sealpost.reading.meaning.value.Several;
import org.sealpost.reading.meaning.value.Telephones;
import org.sealpost.reading.meaning.vocabulary.Vocabulary;

/** What people write into boxes. */
class ValuesTest {
    private final Dates dates = new Dates(LocalDate.of(2026, 11, 20));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "02/07/1984|1984-07-02",
                "2.7.84|1984-07-02",
                "02-07-26|2026-07-02",
                "3rd May 2011|2011-05-03",
                "1 Sept 09|2009-09-01",
                "born 19th of July, 1989|1989-07-19",
                "2012-01-08|2012-01-08",
                "08012012|2012-01-08"
            })
    void readsDatesDayFirst(String written, LocalDate date) {
        assertThat(dates.first(written).orElseThrow().date()).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"07/19/1989", "31/02/1990", "1989", "March 1990", "01632 960871", "unknown"})
    void guessesNoDate(String written) {
        assertThat(dates.first(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "about 45,45,45",
        "25-30,25,30",
        "25 to 30 years,25,30",
        "late 20s,27,29",
        "30's,30,39",
        "18+,18,",
        "under 16,,15"
    })
    void readsAges(String written, Integer from, Integer to) {
        assertThat(Ages.parse(written)).contains(new Ages.Age(from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "nv65 lod,NV65LOD",
        "AB?? XKD,AB??XKD",
        "A123 BCD,A123BCD",
        "ABC 12D,ABC12D",
        "AZX 4321,AZX4321",
        "part plate NX17,NX17",
        "M1,M1",
        "NV65 LOD (taxi),NV65LOD",
        "101 D 234,101D234",
        "Q123 ABC,Q123ABC"
    })
    void readsMarksInTheirBox(String written, String mark) {
        assertThat(Plates.ofBox(written)).extracting(Plates.Found::mark).containsExactly(mark);
    }

    @ParameterizedTest
    @CsvSource({
        "OP645RW, OP64SRW, OP645RW",
        "0P64SRW, OP64SRW, 0P64SRW",
        "A8I2BCD, A8I2BCD, A812BCD AB12BCD",
        "AB12CDE, AB12CDE, A812CDE",
        "KV12CDE, KV12CDE, ''",
        "KV1?CDE, KV1?CDE, ''",
        "S0, S0, 5O",
        "1GH, 1GH, 16H",
        "XX99, XX99, ''",
    })
    void readsARecognisedMarkTheOneWayItCanBe(String recognised, String mark, String others) {
        PlateShapes.Recognised read = PlateShapes.recognised(recognised);
        assertThat(read.mark()).isEqualTo(mark);
        assertThat(String.join(" ", read.alternatives())).isEqualTo(others);
    }

    @Test
    void findsARecognisedMarkAmongWords() {
        assertThat(PlateShapes.inText("Golf, grey, OP64 5RW"))
                .extracting(Plates.Found::text)
                .containsExactly("OP64 5RW");
        assertThat(PlateShapes.inText("ROOM 101 IN 2012GMT")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "black Golf, partial reg YD19|YD19",
                "VW Golf YD19|YD19",
                "Astra, plate starts KV1?|KV1?",
                "van, reg no: 12ABC|12ABC"
            })
    void findsHalfAMark(String written, String mark) {
        assertThat(Plates.partial(written)).extracting(Plates.Found::mark).containsExactly(mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Audi A4",
                "Golf GTI",
                "no reg seen",
                "index finger",
                "Transit 2.0 TDCI",
                "Volvo XC90",
                "plate ABC"
            })
    void takesNoOtherWordForHalfAMark(String written) {
        assertThat(Plates.partial(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See narrative",
                "as above",
                "See below",
                "Refer to report",
                "to be confirmed",
                "[Enter name]",
                "Select make",
                "enter date of birth or age",
                "None seen",
                "Address unknown",
                "Same as child"
            })
    void tellsWhatIsNoAnswer(String written) {
        assertThat(new Answers(List.of("n/a"), List.of("yes")).isNone(written)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Abel Above",
                "Will Enter",
                "Seth Below",
                "Noah Seen",
                "Selected cars, 2 Dock Road",
                "Clicker",
                "Pick-up truck, white"
            })
    void takesNoAnswerForNone(String written) {
        assertThat(new Answers(List.of("n/a"), List.of("yes")).isNone(written)).isFalse();
    }

    @Test
    void takesSeveralForSeveralOnlyWhereTheyAre() {
        assertThat(Several.names("Sam Poole and Kim Ash")).containsExactly("Sam Poole", "Kim Ash");
        assertThat(Several.names("1. Sam Poole\n2. ASH, Kim")).containsExactly("Sam Poole", "ASH, Kim");
        assertThat(Several.names("Big Sam and his mate")).hasSize(1);
        assertThat(Several.names("Sam and Kim Ash")).hasSize(1);
        assertThat(Several.names("Sam Poole / Sammy P")).hasSize(1);
        assertThat(Several.marks("AB12 CDE & K123 ABC")).containsExactly("AB12 CDE", "K123 ABC");
        assertThat(Several.marks("AB12 CDE or AB12 CDF")).hasSize(1);
        assertThat(Several.marks("AY18 VCM, partial EX5?")).containsExactly("AY18 VCM", "partial EX5?");
        assertThat(Several.vehicles("black and white Mini AB12 CDE")).hasSize(1);
        assertThat(Several.vehicles("Mini AB12 CDE and a van K123 ABC"))
                .containsExactly("Mini AB12 CDE", "a van K123 ABC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not seen clearly", "foreign", "somebody wrote a long sentence here"})
    void inventsNoMark(String written) {
        assertThat(Plates.ofBox(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"towards DH1 on the A690", "the M1 and the A19"})
    void takesNoRoadForAMark(String prose) {
        assertThat(Plates.clear(prose)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FEATHERSTONE, Craig|Craig Featherstone|Featherstone",
                "Mr Seán O'NEILL-SMITH|Seán O'Neill-Smith|O'Neill-Smith",
                "łukasz wiśniewski|Łukasz Wiśniewski|Wiśniewski",
                "Ana de la Cruz|Ana de la Cruz|de la Cruz",
                "McDONALD, Iain|Iain McDonald|McDonald"
            })
    void readsNames(String written, String whole, String surname) {
        PersonNames.Name name = Objects.requireNonNull(PersonNames.parse(written));
        assertThat(name.name()).isEqualTo(whole);
        assertThat(name.surname()).isEqualTo(surname);
    }

    @Test
    void findsTheNicknameInAName() {
        assertThat(Objects.requireNonNull(PersonNames.parse("Darren \"Daz\" Pike"))
                        .aliases())
                .containsExactly("Daz");
        assertThat(Objects.requireNonNull(PersonNames.parse("Darren Pike aka Daz"))
                        .aliases())
                .containsExactly("Daz");
        assertThat(PersonNames.parse("flat 12 above the shop")).isNull();
    }

    @Test
    void findsSeveralTelephones() {
        assertThat(Telephones.all("01632 960101 / +44 7700 900202 ext 5"))
                .extracting(Telephones.Found::e164)
                .containsExactly("+441632960101", "+447700900202");
        assertThat(Telephones.all("in 1998 and 2012, 12 of them")).isEmpty();
    }

    @Test
    void writesPostcodesAsOnALetter() {
        assertThat(Postcodes.first("12 Low Row dl178zz").orElseThrow().postcode())
                .isEqualTo("DL17 8ZZ");
        assertThat(Postcodes.first("the A690 near DH1")).isEmpty();
    }

    @Test
    void partsServiceAndUsername() {
        OnlineIdentities online = new OnlineIdentities(List.of("Snapchat", "Instagram"));
        assertThat(online.ofBox("Snapchat: gaz_xx; @gaz on Instagram", null))
                .extracting(f -> f.service() + "=" + f.username())
                .containsExactly("Snapchat=gaz_xx", "Instagram=@gaz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " - ", "N/A", "n/k.", "Not Known", "unknown", "None", "Click or tap here to enter text."})
    void knowsNoAnswer(String written) {
        Vocabulary v = Interpreters.vocabulary();
        assertThat(new Answers(v.noAnswer(), v.affirmative()).isNone(written)).isTrue();
    }
}
