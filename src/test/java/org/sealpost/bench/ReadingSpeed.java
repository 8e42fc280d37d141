package org.sealpost.bench;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.sealpost.reading.Cover;
import org.sealpost.reading.FormReader;
import org.sealpost.reading.WorkerFormReader;
import org.sealpost.reading.meaning.Interpreters;
import org.sealpost.reading.worker.WorkerLimits;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.Channel;
import org.sealpost.submission.Marking;
import org.sealpost.submission.Original;
import org.sealpost.submission.PartnerId;
import org.sealpost.submission.Reference;
import org.sealpost.submission.SubmissionId;

/**
 * Processor time for one two-page form: all of the worker's process, its collector and compiler included, and of the
 * thread that asks and interprets; beside it the bare text of the same document by PDFBox.
 */
final class ReadingSpeed implements Part {
    private static final double MOST = 50;

    @Override
    public String name() {
        return "reading";
    }

    @Override
    public void measure(Scale scale, Report report) throws IOException {
        int times = scale.of(300, 60);
        byte[] form = TwoPageForm.bytes();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        try (WorkerFormReader reader =
                new WorkerFormReader(WorkerLimits.DEFAULT.withWorkers(1), Interpreters.standard())) {
            read(reader, form, 2 * times);
            text(form, times);
            for (int run = 0; run < 5; run++) {
                ours.add(read(reader, form, times));
                theirs.add(text(form, times));
            }
        }
        report.ratio(name(), "reading a two-page AcroForm / its bare text by PDFBox", ours, theirs, Promise.NONE);
        report.figure(name(), "read a filled two-page AcroForm, processor time", "ms", ours, Promise.atMost(MOST));
        report.figure(name(), "its bare text by PDFBox, processor time", "ms", theirs);
    }

    private static double read(WorkerFormReader reader, byte[] form, int times) {
        Original original = new Original("form.pdf", Optional.empty(), Bytes.of(form));
        long before = ProcessorTime.ofChildren() + ProcessorTime.ofThisThread();
        for (int i = 0; i < times; i++) {
            if (reader.read(cover(), List.of(original), FormReader.Progress.NOBODY)
                            .unread()
                    > 0) {
                throw new IllegalStateException("the benchmark's own form was not read");
            }
        }
        return (ProcessorTime.ofChildren() + ProcessorTime.ofThisThread() - before) / 1e6 / times;
    }

    private static double text(byte[] form, int times) throws IOException {
        long before = ProcessorTime.ofThisThread();
        for (int i = 0; i < times; i++) {
            try (PDDocument document = Loader.loadPDF(form)) {
                new PDFTextStripper().getText(document);
            }
        }
        return (ProcessorTime.ofThisThread() - before) / 1e6 / times;
    }

    private static Cover cover() {
        return new Cover(
                SubmissionId.random(),
                Reference.random(new SecureRandom()),
                new PartnerId("bench"),
                Channel.WEB,
                Marking.OFFICIAL_SENSITIVE,
                Instant.now());
    }
}
