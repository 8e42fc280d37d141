package org.sealpost;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.document.Document.Disposition;
import org.sealpost.reading.meaning.form.FormDraft;
import org.sealpost.reading.meaning.form.KnownForms;
import org.sealpost.reading.meaning.vocabulary.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Proposes a definition from a blank form. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        description =
                "Prints a definition of a form, proposed from a blank copy. Complete it, try it with `form check`, and put it"
                        + " into config/forms as a .yaml file. Nothing is kept.")
final class FormLearnCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BLANK", description = "a blank form")
    private Path blank = Path.of(".");

    @Override
    public Integer call() {
        Vocabulary vocabulary = FormReading.vocabulary();
        try (FormReading reading = new FormReading(vocabulary, KnownForms.NONE)) {
            Document document = reading.of(blank).documents().get(0);
            if (document.disposition() != Disposition.READ) {
                System.err.println("sealpost: " + blank + " could not be read: " + document.reason());
                return 1;
            }
            String draft = new FormDraft(vocabulary).of(document);
            System.out.writeBytes(draft.getBytes(StandardCharsets.UTF_8));
            return 0;
        }
    }
}
