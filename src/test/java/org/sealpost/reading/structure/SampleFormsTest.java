package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Heading;
import org.sealpost.reading.document.Element.Table;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;
import org.sealpost.reading.structure.part.PartLimits;

class SampleFormsTest {
    private static final PartsReader READER = new PartsReader(PartLimits.DEFAULT);

    private static final String[] FIELDS = {
        "submitter_name=Rhiannon Castellano",
        "submitter_agency=Teesdale Fostering",
        "submitter_role=Supervising Social Worker",
        "submitter_tel=01632 960540",
        "submitter_email=r.castellano@teesdale.example",
        "child_name=Jaiden Okonkwo-Price",
        "child_dob=17/12/2009",
        "suspect_name=Dale Winterburn",
        "suspect_alias=Winter",
        "suspect_age=25-30",
        "suspect_address=Flat 9, Priory Court, Barnard Castle DL12 8ZZ",
        "suspect_mobile=07700 900033",
        "vehicle_vrm=DG14 UFA",
        "vehicle_make=Peugeot",
        "vehicle_model=",
        "vehicle_colour=Red",
        "info=Jaiden was collected from school by Winter in a red car and returned after midnight smelling of cannabis.",
        "basis_child=true",
        "basis_anon=false"
    };

    @ParameterizedTest
    @ValueSource(strings = {"partner-pdf.acroform.pdf", "partner-pdf.controls.docx", "partner-pdf.legacy.docx"})
    void everyFieldOfAFillableFormIsReadInItsOrder(String file) {
        List<Element> elements = read(file).elements();
        assertThat(fields(elements)).extracting(f -> f.name() + "=" + f.value()).containsExactly(FIELDS);
        assertThat(headings(elements))
                .containsExactly(
                        "PARTNER INTELLIGENCE",
                        "About you",
                        "Child or young person",
                        "Suspect",
                        "Vehicle",
                        "Information");
    }

    @Test
    void aFieldOfAPdfKnowsItsPlaceAndWhatIsPrintedBesideIt() {
        Field vrm = fields(read("partner-pdf.acroform.pdf").elements()).stream()
                .filter(f -> f.name().equals("vehicle_vrm"))
                .findFirst()
                .orElseThrow();
        assertThat(vrm.nearby()).isEqualTo("VRM");
        assertThat(vrm.method()).isEqualTo(Method.ACROFORM);
        assertThat(vrm.place().page()).isEqualTo(1);
        Place.Box box = Objects.requireNonNull(vrm.place().box());
        assertThat(box.x()).isEqualTo(230);
        assertThat(box.y()).isBetween(460.0, 462.0);
        assertThat(box.width()).isEqualTo(320);
    }

    @Test
    void tickBoxesAreCalledByWhatStandsBesideThem() {
        for (String file :
                List.of("partner-pdf.acroform.pdf", "partner-pdf.controls.docx", "partner-pdf.legacy.docx")) {
            assertThat(fields(read(file).elements()))
                    .filteredOn(f -> f.kind() == Element.Kind.TICK)
                    .extracting(f -> f.nearby() + "=" + f.value())
                    .containsExactly("Told to me directly by the child=true", "Anonymous=false");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nominal-grid.pdf", "nominal-grid.docx", "nominal-grid.doc", "nominal-grid.odt"})
    void aGridHasARowForEachEntity(String file) {
        List<Element> elements = read(file).elements();
        assertThat(headings(elements))
                .contains("Nominals (suspects)", "Young people at risk", "Vehicles", "Intelligence");
        List<Table> tables = elements.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
        assertThat(tables).hasSize(4);
        assertThat(row(tables.get(1), 0)).containsExactly("Name", "DoB", "Nickname", "Address", "Mobile");
        assertThat(row(tables.get(1), 1))
                .containsExactly(
                        "FEATHERSTONE, Craig", "27/10/1993", "Fev", "14 Low Row, Ferryhill, DL17 8ZZ", "07700 900460");
        assertThat(row(tables.get(1), 2)).containsExactly("Unknown", "approx 30", "Doc", "Unknown", "");
        assertThat(row(tables.get(3), 1)).containsExactly("AB?? XKD", "Audi", "A4", "Black");
    }

    @Test
    void aCellOfAPdfKnowsItsPlaceAndItsBoldLabel() {
        Table table = (Table) read("agency-report.pdf").elements().stream()
                .filter(Table.class::isInstance)
                .findFirst()
                .orElseThrow();
        Element.Cell label = table.rows().get(0).cells().get(0);
        assertThat(label.text()).isEqualTo("Name of person completing this\nform");
        assertThat(label.emphasised()).isTrue();
        Element.Cell answer = table.rows().get(0).cells().get(1);
        assertThat(answer.text()).isEqualTo("Bronwen Ashcroft");
        assertThat(answer.emphasised()).isFalse();
        assertThat(answer.place().page()).isEqualTo(1);
        assertThat(Objects.requireNonNull(answer.place().box()).x()).isBetween(235.0, 237.0);
    }

    @Test
    void aScanIsNotCalledRead() {
        Document scan = read("agency-report.scan.pdf");
        assertThat(scan.disposition()).isEqualTo(Disposition.OPAQUE);
        assertThat(scan.reason()).startsWith("no-text: ");
    }

    @Test
    void anEmailsOwnTextIsReadOnceAndItsAttachmentsAreParts() {
        Listing first = read("a.eml", mail("1", "Reg: AB12 CDE  "));
        assertThat(first.parts).extracting(Document::mediaType).containsExactly("message/rfc822", "text/plain");
        assertThat(first.parts.get(1).partOf()).isZero();
        List<Element> elements = first.parts.get(0).elements();
        assertThat(fields(elements))
                .extracting(f -> f.name() + "=" + f.value() + "/" + f.method().word())
                .containsExactly(
                        "from-name=Siân Prydderch/sender",
                        "from-address=s.prydderch@llan.example/sender",
                        "subject=A car/sender",
                        "date=2026-03-02T10:00:00Z/sender");
        assertThat(elements)
                .filteredOn(Element.Line.class::isInstance)
                .extracting(e -> ((Element.Line) e).text())
                .containsExactly("Reg: AB12 CDE");

        assertThat(first.substance).hasSize(2);
        assertThat(read("b.eml", mail("2", "Reg: AB12 CDE")).substance).isEqualTo(first.substance);
        assertThat(read("c.eml", mail("1", "Reg: AB12 CDX")).substance).isNotEqualTo(first.substance);
    }

    @Test
    void aPartOverTheBudgetIsNotCalledRead() {
        PartsReader narrow = new PartsReader(new PartLimits(10, 2, 1 << 20, 10, 3, 1_000));
        Listing listing = new Listing();
        narrow.read("a.txt", "", bytes("1\n2\n3\n4\n5"), Unopened.NONE, listing);
        assertThat(listing.parts.get(0).disposition()).isEqualTo(Disposition.OPAQUE);
        assertThat(listing.parts.get(0).reason()).startsWith("reading-too-large: ");
        assertThat(listing.parts.get(0).elements()).isEmpty();
    }

    private static byte[] mail(String id, String text) {
        return bytes(String.join(
                "\r\n",
                "Message-ID: <" + id + "@llan.example>",
                "From: =?utf-8?q?Si=C3=A2n_Prydderch?= <s.prydderch@llan.example>",
                "Subject: A car",
                "Date: Mon, 2 Mar 2026 10:00:00 +0000",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=x",
                "",
                "--x",
                "Content-Type: multipart/alternative; boundary=y",
                "",
                "--y",
                "Content-Type: text/plain; charset=utf-8",
                "",
                text,
                "--y",
                "Content-Type: text/html; charset=utf-8",
                "",
                "<p>Reg: <b>AB12 CDE</b></p>",
                "--y--",
                "--x",
                "Content-Type: text/plain",
                "Content-Disposition: attachment; filename=note.txt",
                "",
                "attached",
                "--x--",
                ""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> row(Table table, int number) {
        return table.rows().get(number).cells().stream().map(Element.Cell::text).toList();
    }

    private static List<String> headings(List<Element> elements) {
        return elements.stream()
                .filter(Heading.class::isInstance)
                .map(e -> ((Heading) e).text())
                .toList();
    }

    private static List<Field> fields(List<Element> elements) {
        return elements.stream()
                .flatMap(e -> e instanceof Field field
                        ? Stream.of(field)
                        : e instanceof Table table
                                ? table.rows().stream()
                                        .flatMap(r -> r.cells().stream())
                                        .flatMap(c -> c.fields().stream())
                                : Stream.empty())
                .toList();
    }

    private static Document read(String file) {
        try (InputStream in = Objects.requireNonNull(SampleFormsTest.class.getResourceAsStream("/forms/" + file))) {
            return read(file, in.readAllBytes()).parts.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Listing read(String name, byte[] bytes) {
        Listing listing = new Listing();
        READER.read(name, "", bytes, Unopened.NONE, listing);
        return listing;
    }
}
