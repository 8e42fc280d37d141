package org.sealpost.reading.meaning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sealpost.reading.Cover;
import org.sealpost.reading.Reading;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.document.Place;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Marking;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/** Documents made by hand. */
public final class Pages {
    private static final FormInterpreter INTERPRETER = Interpreters.standard();
    private final List<Element> elements = new ArrayList<>();

    public static Cover cover() {
        return new Cover(
                SubmissionId.parse("6f0a6c52-7a1e-4a57-9c55-0d2f1c7e8a11"),
                Reference.parse("SP-0000-0000").orElseThrow(),
                new PartnerId("example-agency"),
                Channel.SFTP,
                Marking.OFFICIAL_SENSITIVE,
                Instant.parse("2026-11-20T10:00:00Z"));
    }

    static Reading read(List<Document> documents) {
        return INTERPRETER.interpret(cover(), documents, List.of());
    }

    Pages heading(String text) {
        elements.add(new Element.Heading(text, Place.NOWHERE));
        return this;
    }

    Pages lines(String text) {
        text.lines().forEach(l -> elements.add(new Element.Line(l, Place.NOWHERE)));
        return this;
    }

    Pages field(String name, String label, String nearby, String value) {
        Place place = new Place(1, new Place.Box(1, 2, 3, 4));
        elements.add(new Element.Field(name, label, nearby, value, Element.Kind.TEXT, Method.ACROFORM, place));
        return this;
    }

    Pages aside(String label, String text, Element.Reason reason) {
        elements.add(new Element.Aside(label, text, reason, Method.ACROFORM, Place.NOWHERE));
        return this;
    }

    Pages tick(String name, String label, boolean on) {
        elements.add(new Element.Field(
                name, label, "", String.valueOf(on), Element.Kind.TICK, Method.ACROFORM, Place.NOWHERE));
        return this;
    }

    Pages sender(String name, String address) {
        sent("from-name", name);
        sent("from-address", address);
        return this;
    }

    private void sent(String name, String value) {
        elements.add(new Element.Field(name, "", "", value, Element.Kind.TEXT, Method.SENDER, Place.NOWHERE));
    }

    /** Rows of cells parted by {@code |}; one that begins with {@code *} is set in bold, with {@code 2^} covers two columns. */
    Pages table(String... rows) {
        elements.add(new Element.Table(Arrays.stream(rows).map(Pages::row).toList(), Place.NOWHERE));
        return this;
    }

    private static Element.Row row(String cells) {
        return new Element.Row(
                Arrays.stream(cells.split("\\|", -1)).map(c -> cell(c.strip())).toList());
    }

    private static Element.Cell cell(String written) {
        boolean wide = written.startsWith("2^");
        String text = wide ? written.substring(2) : written;
        boolean bold = text.startsWith("*");
        return new Element.Cell(bold ? text.substring(1) : text, List.of(), wide ? 2 : 1, bold, Place.NOWHERE);
    }

    /** Lines that were recognised in a picture. */
    Pages recognised(String text) {
        Place place = new Place(1, new Place.Box(1, 2, 3, 4), 0.9);
        text.lines().forEach(l -> elements.add(new Element.Line(l, place)));
        return this;
    }

    Document document() {
        return new Document(
                "form.docx", -1, "application/test", 1, "0".repeat(64), Document.Disposition.READ, "", elements);
    }
}
