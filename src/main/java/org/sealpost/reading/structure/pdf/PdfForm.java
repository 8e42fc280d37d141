package org.sealpost.reading.structure.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.sealpost.reading.document.Element;
import org.sealpost.reading.document.Element.Aside;
import org.sealpost.reading.document.Element.Field;
import org.sealpost.reading.document.Element.Kind;
import org.sealpost.reading.document.Element.Reason;
import org.sealpost.reading.document.Method;
import org.sealpost.reading.structure.part.Contents;
import org.sealpost.reading.structure.part.NotReadException;
import org.sealpost.reading.structure.part.PartLimits;
import org.sealpost.reading.structure.story.Likeness;
import org.sealpost.reading.structure.xfa.XfaForm;
import org.sealpost.reading.structure.xfa.XfaPackets;
import org.xml.sax.SAXException;

/**
 * The form in a PDF, read in each way that there is: its fields, its XFA form, its earlier revisions.
 *
 * @param made the whole form, where its pages are still to be made and the document's own say nothing; otherwise null
 * @param fields its fields, none where it is made
 * @param asides where the ways disagree, and what nobody sees
 */
record PdfForm(@Nullable List<Element> made, List<Field> fields, List<Aside> asides) {
    static PdfForm of(PDDocument document, byte[] bytes, Contents contents) throws IOException, NotReadException {
        PartLimits limits = contents.budget().limits();
        PdfFields.Found found = PdfFields.of(document, limits);
        List<Aside> asides = new ArrayList<>(found.asides());
        XfaForm.Told told = null;
        try {
            XfaPackets packets = XfaPackets.of(document, contents);
            told = packets == null ? null : XfaForm.of(packets, limits);
            if (told != null
                    && packets != null
                    && (packets.dynamic() || found.fields().isEmpty())) {
                asides.addAll(told.asides());
                return new PdfForm(told.elements(), List.of(), asides);
            }
        } catch (SAXException e) {
            unreadable(found, NotReadException.opaque("reading-failed", "Its XFA form is damaged."));
        } catch (NotReadException e) {
            unreadable(found, e);
        }
        List<Field> fields = told == null ? found.fields() : compared(found.fields(), told.fields(), asides);
        asides.addAll(PdfRevisions.of(bytes, fields, limits));
        return new PdfForm(null, fields, asides);
    }

    /** A form that has fields of its own is read by them. */
    private static void unreadable(PdfFields.Found found, NotReadException why) throws NotReadException {
        if (found.fields().isEmpty()) {
            throw why;
        }
    }

    /** Fields of one name are compared in their order, where both ways know as many. */
    private static List<Field> compared(List<Field> fields, List<Field> xfa, List<Aside> asides) {
        Map<String, List<Field>> others = byName(xfa);
        Map<String, List<Field>> own = byName(fields);
        List<Field> read = new ArrayList<>();
        for (Field field : fields) {
            List<Field> namesakes = own.getOrDefault(bare(field.name()), List.of());
            List<Field> there = others.getOrDefault(bare(field.name()), List.of());
            boolean comparable = field.kind() != Kind.TICK && namesakes.size() == there.size();
            read.add(comparable ? compared(field, there.get(namesakes.indexOf(field)), asides) : field);
        }
        return read;
    }

    private static Field compared(Field field, Field other, List<Aside> asides) {
        if (field.value().isEmpty() && !other.value().isEmpty()) {
            return new Field(
                    field.name(),
                    field.label(),
                    field.nearby(),
                    other.value(),
                    field.kind(),
                    Method.XFA,
                    field.place());
        }
        boolean same = other.kind() == Kind.DATE
                ? Likeness.sameDay(field.value(), other.value())
                : Likeness.same(field.value(), other.value());
        if (!same && Likeness.isText(other.value())) {
            String label = field.label().isEmpty() ? field.name() : field.label();
            asides.add(new Aside(label, other.value(), Reason.XFA, Method.XFA, field.place()));
        }
        return field;
    }

    private static Map<String, List<Field>> byName(List<Field> fields) {
        Map<String, List<Field>> named = new LinkedHashMap<>();
        fields.forEach(f ->
                named.computeIfAbsent(bare(f.name()), n -> new ArrayList<>()).add(f));
        return named;
    }

    /** {@code form1[0].#subform[2].Suspect[1].Name[0]} is {@code form1.Suspect.Name}. */
    private static String bare(String name) {
        return name.replaceAll("\\[\\d{1,6}\\]", "")
                .replaceAll("(^|\\.)#[^.]*", "")
                .replaceFirst("^\\.", "");
    }
}
