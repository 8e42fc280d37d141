package org.sealpost.reading.meaning.entity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.sealpost.reading.BareReading;
import org.sealpost.reading.Cover;
import org.sealpost.reading.Reading;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.meaning.form.KnownForms;
import org.sealpost.reading.meaning.vocabulary.Vocabulary;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Sha256;

/** From documents to a reading, with one vocabulary. Immutable, safe to share between threads. */
public final class Understanding {
    private static final String TOO_LARGE = "reading-too-large: There is more in it than a reading may hold.";
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final Expertise expertise;

    public Understanding(Vocabulary vocabulary, KnownForms forms) {
        expertise = Expertise.of(vocabulary, forms);
    }

    /** @return a reading of {@link BareReading#LARGEST} bytes at most, however much stands in the documents */
    public Reading read(Cover cover, List<Document> documents, List<Sha256> substance) {
        LocalDate today = cover.submittedAt().atZone(HERE).toLocalDate();
        Understood understood = new Assembler(expertise, today).assemble(documents);
        byte[] json = ReadingDocument.write(cover, documents, understood, ReadingDocument.Limits.WIDE);
        if (json.length > BareReading.LARGEST) {
            json = ReadingDocument.write(cover, documents, understood, ReadingDocument.Limits.NARROW);
        }
        if (json.length > BareReading.LARGEST) {
            return BareReading.of(cover, documents, substance, TOO_LARGE);
        }
        boolean urgent = understood.incident.get("urgent") != null;
        int unread = (int) documents.stream()
                .filter(d -> d.disposition() != Disposition.READ)
                .count();
        return new Reading(
                Bytes.of(json), urgent, substance, documents.size(), unread, BareReading.anyLocked(documents));
    }
}
