package org.sealpost.reading.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sealpost.reading.document.Document;

/** Forms of the layouts in use, made by hand, each with its truth. */
class LayoutsTest {
    private record Sample(String name, double floor, Document document, String truth) {}

    @TestFactory
    Stream<DynamicTest> readsWellAndProvesEveryValue() {
        return Stream.of(
                        wordTables(),
                        grid(),
                        fields(),
                        twoPairsARow(),
                        labelAbove(),
                        capitals(),
                        vehicleGrid(),
                        numbered(),
                        email(),
                        columns(),
                        columnsMergedWithAnotherTable(),
                        severalInOneBox(),
                        partsPlayed(),
                        partsPlayedInAGrid(),
                        dateInThreeBoxes(),
                        peopleWhoAreNoSuspects(),
                        labelAboveInItsCell(),
                        aHeadingNobodyKnows())
                .map(s -> DynamicTest.dynamicTest(s.name(), () -> check(s)));
    }

    private static void check(Sample sample) throws IOException {
        List<Document> documents = List.of(sample.document());
        JsonNode reading = ReadingSchema.valid(Pages.read(documents).json().array());
        assertThat(Grounds.missing(reading, documents)).isEmpty();
        Score score = Score.of(reading, new ObjectMapper().readTree(sample.truth()));
        assertThat(score.f1()).as("%s in %s", score, reading.toPrettyString()).isGreaterThanOrEqualTo(sample.floor());
    }

    private static Sample wordTables() {
        Document document = new Pages()
                .heading("Information sharing form: child sexual exploitation")
                .lines("In an emergency dial 999. This is not a referral.")
                .table(
                        "Name of person completing this form | Bronwen Ashcroft",
                        "Organisation | Skerne Valley School",
                        "Job title | Pastoral Manager",
                        "Contact number | 01632 960871",
                        "Email | b.ashcroft@svs.example",
                        "Date | 11/05/2026")
                .heading("Suspected offender")
                .table(
                        "Name | Gareth Lindqvist",
                        "Also known as | Gaz",
                        "DOB or approximate age | 19/07/1989",
                        "Address | 52 Eldon Street, Darlington, DL3 0ZZ",
                        "Telephone | 07700 900117",
                        "Description | Short, dark beard, gold tooth")
                .heading("Suspected vehicle")
                .table("Registration number | NV65 LOD", "Make / model | Volkswagen Caddy", "Colour | Yellow")
                .heading("Location of interest")
                .table("Address or area | Lay-by on Salters Lane, Darlington", "Postcode | Not known")
                .heading("Please give details")
                .lines("Two pupils say Gaz sells them vapes from the van and has offered them a lift to a party.")
                .document();
        return new Sample(
                "label left, answer right",
                1,
                document,
                """
                {"submitter":[{"name":"Bronwen Ashcroft","organisation":"Skerne Valley School","jobTitle":"Pastoral Manager",
                 "telephone":"01632 960871","email":"b.ashcroft@svs.example"}],
                 "suspect":[{"name":"Gareth Lindqvist","alias":["Gaz"],"dateOfBirth":"1989-07-19","telephone":"07700 900117",
                 "address":"52 Eldon Street, Darlington, DL3 0ZZ","postcode":"DL3 0ZZ","personDescription":"Short, dark beard, gold tooth"}],
                 "vehicle":[{"registrationMark":"NV65LOD","make":"Volkswagen","model":"Caddy","colour":"Yellow"}],
                 "location":[{"address":"Lay-by on Salters Lane, Darlington"}],
                 "narrative":["offered them a lift to a party"]}""");
    }

    private static Sample grid() {
        Document document = new Pages()
                .heading("Multi-agency intelligence form")
                .table(
                        "Author|Tomasz Brzezicki",
                        "Agency|Ferryhill Night Shelter",
                        "Tel|01632 960356",
                        "Date of report|4 March 2026")
                .heading("Nominals (suspects)")
                .table(
                        "Name|DoB|Nickname|Address|Mobile",
                        "FEATHERSTONE, Craig|27/10/1993|Fev|14 Low Row, Ferryhill, DL17 8ZZ|07700 900460",
                        "Unknown|approx 30|Doc|Unknown|")
                .heading("Young people at risk")
                .table("Name|DoB|School", "Ellie-Mae Thwaite|08/01/2012|Skerne Valley School")
                .heading("Vehicles")
                .table("Reg|Make|Model|Colour", "AB?? XKD|Audi|A4|Black")
                .heading("Intelligence")
                .lines("Ellie-Mae is dropped at the shelter gate by the black Audi on school nights.")
                .document();
        return new Sample(
                "grid",
                1,
                document,
                """
                {"submitter":[{"name":"Tomasz Brzezicki","organisation":"Ferryhill Night Shelter","telephone":"01632 960356"}],
                 "subject":[{"name":"Ellie-Mae Thwaite","dateOfBirth":"2012-01-08"}],
                 "suspect":[{"name":"Craig Featherstone","alias":["Fev"],"dateOfBirth":"1993-10-27","telephone":"07700 900460",
                  "address":"14 Low Row, Ferryhill, DL17 8ZZ","postcode":"DL17 8ZZ"},{"alias":["Doc"],"approximateAge":"30"}],
                 "vehicle":[{"registrationMark":"AB??XKD","make":"Audi","model":"A4","colour":"Black"}],
                 "narrative":["dropped at the shelter gate by the black Audi"]}""");
    }

    private static Sample fields() {
        Document document = new Pages()
                .heading("PARTNER INTELLIGENCE")
                .heading("About you")
                .field("submitter_name", "", "Full name", "Rhiannon Castellano")
                .field("submitter_agency", "", "Agency", "Teesdale Fostering")
                .field("submitter_role", "", "Role", "Supervising Social Worker")
                .field("submitter_tel", "", "Telephone", "01632 960540")
                .heading("Child or young person")
                .field("child_name", "", "Full name", "Jaiden Okonkwo-Price")
                .field("child_dob", "", "Date of birth", "17/12/2009")
                .field("suspect_name", "", "", "Dale Winterburn")
                .field("suspect_alias", "", "", "Winter")
                .field("suspect_age", "Approximate age", "", "25-30")
                .field("suspect_address", "", "", "Flat 9, Priory Court, Barnard Castle DL12 8ZZ")
                .field("vehicle_vrm", "", "", "DG14 UFA")
                .field("vehicle_model", "", "", "")
                .field("info", "", "What do you know?", "Jaiden was collected from school by Winter in a red car.")
                .tick("basis_child", "Told to me directly by the child", true)
                .tick("basis_anon", "Anonymous", false)
                .document();
        return new Sample(
                "form fields",
                1,
                document,
                """
                {"submitter":[{"name":"Rhiannon Castellano","organisation":"Teesdale Fostering","jobTitle":"Supervising Social Worker","telephone":"01632 960540"}],
                 "subject":[{"name":"Jaiden Okonkwo-Price","dateOfBirth":"2009-12-17"}],
                 "suspect":[{"name":"Dale Winterburn","alias":["Winter"],"approximateAge":"25-30","address":"Flat 9, Priory Court, Barnard Castle DL12 8ZZ","postcode":"DL12 8ZZ"}],
                 "vehicle":[{"registrationMark":"DG14UFA"}],
                 "narrative":["collected from school by Winter"]}""");
    }

    private static Sample twoPairsARow() {
        Document document = new Pages()
                .table(
                        "*REFERRER DETAILS",
                        "Full name | Siân Pryce-Jones | Agency | Harbour Youth Project",
                        "Role | Social Worker | Tel No | 020 7946 0123",
                        "*YOUNG PERSON",
                        "Family name | O'Rourke | Forename(s) | Caoimhe Anne",
                        "DOB | 3rd May 2011 | Ethnicity | W2",
                        "*SUSPECT 1",
                        "Name | KOWALSKI, Łukasz | Street name | Lucky",
                        "Age | about 45 | Mobile | N/K",
                        "Address | 7 Quay St, Seaham SR7 7ZZ | Relationship to child | none",
                        "*VEHICLE",
                        "VRM | K123 ABC | Make/Model | Land Rover Discovery",
                        "Colour | dark green | Distinguishing marks | dent in nearside door",
                        "*Details of case",
                        "She was seen getting in by staff at the project on Friday evening.")
                .document();
        return new Sample(
                "two pairs a row",
                1,
                document,
                """
                {"submitter":[{"name":"Siân Pryce-Jones","organisation":"Harbour Youth Project","jobTitle":"Social Worker","telephone":"020 7946 0123"}],
                 "subject":[{"name":"Caoimhe Anne O'Rourke","dateOfBirth":"2011-05-03"}],
                 "suspect":[{"name":"Łukasz Kowalski","alias":["Lucky"],"approximateAge":"45","address":"7 Quay St, Seaham SR7 7ZZ","postcode":"SR7 7ZZ"}],
                 "vehicle":[{"registrationMark":"K123ABC","make":"Land Rover","model":"Discovery","colour":"dark green"}],
                 "narrative":["seen getting in by staff"]}""");
    }

    private static Sample labelAbove() {
        Document document = new Pages()
                .heading("Your details")
                .lines("Name\nAlun Bevan\n\nOrganisation\nValley Housing\n\nTelephone\n01632 960222\n")
                .heading("Suspect")
                .lines("Full name\nNot known\n\nNickname\nBig Tone, T\n\nAddress\n12 Mill Lane\nCrook\nDL15 9ZZ\n")
                .heading("What have you seen, heard or been told?")
                .lines("A man known as Big Tone lets children into the flat.\n\nIt happens most weekends.")
                .document();
        return new Sample(
                "label above the answer",
                1,
                document,
                """
                {"submitter":[{"name":"Alun Bevan","organisation":"Valley Housing","telephone":"01632 960222"}],
                 "suspect":[{"alias":["Big Tone","T"],"address":"12 Mill Lane, Crook, DL15 9ZZ","postcode":"DL15 9ZZ"}],
                 "narrative":["lets children into the flat","happens most weekends"]}""");
    }

    private static Sample capitals() {
        Document document = new Pages()
                .lines(
                        """
                        INFORMATION REPORT
                        REPORTING OFFICER: Hannah Wray
                        AGENCY AND ROLE: Dales NHS Trust / School Nurse
                        CONTACT NUMBER: 01632 960777
                        DATE OF REPORT: 02/07/26

                        SUSPECT
                        SURNAME: HARGREAVES   FORENAME: Neil   DOB: 02/07/84
                        ADDRESS: 3 Chapel Row, Tow Law
                        DL13 4ZZ
                        VEHICLE REG: part plate NX17
                        COLOUR: blue
                        LOCATION: Car park behind the Co-op
                        URGENT: Yes

                        INFORMATION: Neil has been giving lifts to two girls after school.
                        He buys them cigarettes.""")
                .document();
        return new Sample(
                "capitals in running lines",
                1,
                document,
                """
                {"submitter":[{"name":"Hannah Wray","organisation":"Dales NHS Trust","jobTitle":"School Nurse","telephone":"01632 960777"}],
                 "suspect":[{"name":"Neil Hargreaves","dateOfBirth":"1984-07-02","address":"3 Chapel Row, Tow Law DL13 4ZZ","postcode":"DL13 4ZZ"}],
                 "vehicle":[{"registrationMark":"NX17","colour":"blue"}],
                 "location":[{"address":"Car park behind the Co-op"}],
                 "narrative":["giving lifts to two girls","buys them cigarettes"]}""");
    }

    private static Sample vehicleGrid() {
        Document document = new Pages()
                .table("Submitted by|Priya Nair", "Organisation|Northway Academy")
                .table(
                        "*No|*Index|*Make/Model|*Colour|*Distinguishing marks",
                        "1|YT68 RFX|Ford Transit|White|ladder rack",
                        "2|not known|BMW|Black|",
                        "3|M? 12 XYZ|Seat Leon|Red|taxi plate 55")
                .lines("Please describe:\nAll three wait at the school gate.")
                .document();
        return new Sample(
                "grid of vehicles",
                0.95,
                document,
                """
                {"submitter":[{"name":"Priya Nair","organisation":"Northway Academy"}],
                 "vehicle":[{"registrationMark":"YT68RFX","make":"Ford","model":"Transit","colour":"White"},
                  {"make":"BMW","colour":"Black"},{"registrationMark":"M?12XYZ","make":"Seat","model":"Leon","colour":"Red"}],
                 "narrative":["wait at the school gate"]}""");
    }

    private static Sample numbered() {
        Document document = new Pages()
                .lines("Completed by: Mrs Olga Petrova-Hill, Family Support Worker\nTel: 01632 960101 / 07700 900202\n")
                .heading("Nominal 1")
                .lines("Name: Darren (Daz) Pike\nDOB: unknown\nDescription: tall, shaved head")
                .heading("Nominal 2")
                .lines("Name: unknown male\nAge: late 20s\nSnapchat: ghost_77")
                .heading("Nominal 3")
                .lines("Name:\nDOB:\nDescription:")
                .heading("Intelligence")
                .lines("Daz and the other man wait outside the care home.")
                .document();
        return new Sample(
                "numbered nominals",
                0.95,
                document,
                """
                {"submitter":[{"name":"Olga Petrova-Hill","jobTitle":"Family Support Worker","telephone":["01632 960101","07700 900202"]}],
                 "suspect":[{"name":"Darren Pike","alias":["Daz"],"personDescription":"tall, shaved head"},
                  {"approximateAge":"27-29","personDescription":"unknown male"}],
                 "narrative":["wait outside the care home"]}""");
    }

    private static Sample email() {
        Document document = new Pages()
                .sender("Marta Nowak", "m.nowak@shelter.example")
                .lines(
                        """
                        Hello,

                        A resident told me that a man in a white van, reg NV65 LOD, waits by the bus station.
                        He gives the girls his number, 07700 900345, and takes them towards DH1 1ZZ.

                        Kind regards
                        Marta Nowak
                        Shelter lead""")
                .document();
        return new Sample(
                "free text in an e-mail",
                1,
                document,
                """
                {"submitter":[{"name":"Marta Nowak","email":"m.nowak@shelter.example"}],
                 "suspect":[],"vehicle":[{"registrationMark":"NV65LOD"}],"location":[{"postcode":"DH1 1ZZ"}],
                 "narrative":["waits by the bus station"]}""");
    }

    private static Sample columns() {
        Document document = new Pages()
                .table("*Reporting agency|Coast Fostering", "*Reporting officer|Ken Adeyemi")
                .table("|*Nominal 1|*Nominal 2", "*Name|Paul Frost|Unknown", "*Nickname|Frosty|Jay", "*Age|40|18-20")
                .table("*Details of intelligence|Both men were in the flat on Tuesday.")
                .document();
        return new Sample(
                "one nominal a column",
                1,
                document,
                """
                {"submitter":[{"name":"Ken Adeyemi","organisation":"Coast Fostering"}],
                 "suspect":[{"name":"Paul Frost","alias":["Frosty"],"approximateAge":"40"},{"alias":["Jay"],"approximateAge":"18-20"}],
                 "narrative":["in the flat on Tuesday"]}""");
    }

    /** As where two tables side by side are taken for one, and the grid of the one cuts the other's columns. */
    private static Sample columnsMergedWithAnotherTable() {
        Document document = new Pages()
                .table(
                        "|2^*Nominal 1|*Nominal 2",
                        "*Name|2^Paul Frost|Unknown",
                        "*Nickname|2^Frosty|Jay",
                        "*Age|2^40|18-20")
                .document();
        return new Sample(
                "one nominal a column, columns merged",
                1,
                document,
                """
                {"suspect":[{"name":"Paul Frost","alias":["Frosty"],"approximateAge":"40"},{"alias":["Jay"],"approximateAge":"18-20"}]}""");
    }

    private static Sample severalInOneBox() {
        Document document = new Pages()
                .heading("Suspects")
                .table("Name(s) of suspect(s) | Paul Frost and JAY, Kim", "Address | Flat 2, 9 Quay Road, Whitby")
                .heading("Vehicles")
                .table("Registration(s) | AB12 CDE, K123 ABC")
                .heading("Other vehicles")
                .table("Vehicle | Red Ford Fiesta YA61 XKD; black Audi A3 NV65 LOD")
                .document();
        return new Sample(
                "several in one box",
                1,
                document,
                """
                {"suspect":[{"name":"Paul Frost","address":"Flat 2, 9 Quay Road, Whitby"},{"name":"Kim Jay"}],
                 "vehicle":[{"registrationMark":"AB12CDE"},{"registrationMark":"K123ABC"},
                  {"registrationMark":"YA61XKD","make":"Ford","model":"Fiesta","colour":"Red"},
                  {"registrationMark":"NV65LOD","make":"Audi","model":"A3","colour":"Black"}]}""");
    }

    /** The block says "person", and an answer says which part the person plays. */
    private static Sample partsPlayed() {
        Document document = new Pages()
                .heading("Person 1")
                .lines("This person is a")
                .tick("q1", "Child", false)
                .tick("q1", "Suspect", true)
                .field("q2", "Name", "", "Paul Frost")
                .heading("Person 2")
                .lines("This person is a")
                .tick("q3", "Child", true)
                .tick("q3", "Suspect", false)
                .field("q4", "Name", "", "Ella Ash")
                .field("q5", "Date of birth", "", "02/03/2012")
                .heading("Person 3")
                .field("q6", "Name", "", "Mo Key")
                .heading("What happened")
                .lines("They meet behind the shop.")
                .document();
        return new Sample(
                "parts played, by a tick",
                1,
                document,
                """
                {"suspect":[{"name":"Paul Frost"}], "subject":[{"name":"Ella Ash","dateOfBirth":"2012-03-02"}],
                 "narrative":["They meet behind the shop"]}""");
    }

    private static Sample partsPlayedInAGrid() {
        Document document = new Pages()
                .heading("People involved")
                .table(
                        "*Name|*Date of birth|*Involvement|*Address",
                        "Paul Frost|02/07/1984|Suspect|9 Quay Road, Whitby",
                        "Ella Ash|02/03/2012|Child|",
                        "Kim Poole|||3 Low Row, Whitby",
                        "Mo Key||Witness|")
                .document();
        return new Sample(
                "parts played, in a column",
                1,
                document,
                """
                {"suspect":[{"name":"Paul Frost","dateOfBirth":"1984-07-02","address":"9 Quay Road, Whitby"}],
                 "subject":[{"name":"Ella Ash","dateOfBirth":"2012-03-02"}]}""");
    }

    private static Sample dateInThreeBoxes() {
        Document document = new Pages()
                .heading("Suspect")
                .field("a", "Name", "", "Paul Frost")
                .lines("Date of birth")
                .field("b", "", "Day", "08")
                .field("c", "", "Month", "11")
                .field("d", "", "Year", "1979")
                .field("e", "House no. and street", "", "9 Quay Road")
                .field("f", "Town", "", "Whitby")
                .document();
        return new Sample(
                "a date in three boxes",
                1,
                document,
                """
                {"suspect":[{"name":"Paul Frost","dateOfBirth":"1979-11-08","address":"9 Quay Road, Whitby"}]}""");
    }

    private static Sample peopleWhoAreNoSuspects() {
        Document document = new Pages()
                .heading("Referrer")
                .table("*Name|Ken Adeyemi", "*Employer / agency|Coast Fostering", "*Your daytime number|01632 960123")
                .heading("Suspect")
                .table("*Name|Male, name unknown", "*Nickname|Tiny (real name not known)")
                .heading("Parent / carer")
                .table("*Name|Lorna Tindle", "*Telephone|07700 900404")
                .heading("Other professionals involved")
                .table("*Name|PC 4471 Hall", "*Agency|Whitby Police")
                .heading("Any other questions we should have asked?")
                .table("*Anything we forgot|He waits at the gate for the girls nearly every day after school.")
                .document();
        return new Sample(
                "people who are no suspects",
                1,
                document,
                """
                {"submitter":[{"name":"Ken Adeyemi","organisation":"Coast Fostering","telephone":"01632 960123"}],
                 "suspect":[{"alias":["Tiny"],"personDescription":"Male, name unknown"}],
                 "narrative":["He waits at the gate"]}""");
    }

    private static Sample labelAboveInItsCell() {
        Document document = new Pages()
                .table(
                        "Completed by\nNgozi Etim|Position\nManager",
                        "2^*Young person",
                        "Name\nElla Ash|Date of birth\n17 July 2010",
                        "Social worker\nHannah Crisp|Placing authority\nWhitby",
                        "2^*Adults the young person was with",
                        "Name\nJermaine Poulter|Known as\nJP",
                        "Approx age\n24|Telephone\n07700 900488",
                        "2^*Vehicle",
                        "Registration\nKV15 GHB|Make and model\nSeat Ibiza")
                .document();
        return new Sample(
                "label above its answer in one cell",
                1,
                document,
                """
                {"submitter":[{"name":"Ngozi Etim","jobTitle":"Manager"}],
                 "subject":[{"name":"Ella Ash","dateOfBirth":"2010-07-17","organisation":"Whitby"}],
                 "suspect":[{"name":"Jermaine Poulter","alias":["JP"],"approximateAge":"24","telephone":"07700 900488"}],
                 "vehicle":[{"registrationMark":"KV15GHB","make":"Seat","model":"Ibiza"}]}""");
    }

    /** Whoever is named below it is neither the one above nor a suspect. */
    private static Sample aHeadingNobodyKnows() {
        Document document = new Pages()
                .heading("Who is the suspect?")
                .table("*Name|Paul Frost", "*Address|As above", "*Is the suspect known to the child?|No")
                .heading("Landlord")
                .table("*Name|Lorna Tindle", "*Telephone|07700 900404")
                .heading("Neighbours")
                .table("*Name|*Telephone", "Kim Poole|07700 900405", "Mo Key|07700 900406")
                .document();
        return new Sample("a heading nobody knows", 1, document, "{\"suspect\":[{\"name\":\"Paul Frost\"}]}");
    }
}
