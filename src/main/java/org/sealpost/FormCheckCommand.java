package org.sealpost;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sealpost.reading.exhibit.Exhibit;
import org.sealpost.reading.exhibit.ExhibitText;
import org.sealpost.reading.meaning.form.KnownForm;
import org.sealpost.reading.meaning.form.KnownForms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tries a definition on filled-in forms. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Shows of each file whether the definition recognises it, and what would be read with that definition"
                        + " alone. Exits with 1 where a file is not recognised.")
final class FormCheckCommand implements Callable<Integer> {
    private static final int MOST = 8;

    @Parameters(index = "0", paramLabel = "DEFINITION", description = "a .yaml file")
    private Path definition = Path.of(".");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "forms to read")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        KnownForm form = KnownForms.one(definition);
        int status = 0;
        try (FormReading reading = new FormReading(FormReading.vocabulary(), new KnownForms(List.of(form)))) {
            for (Path file : files) {
                Exhibit exhibit = reading.of(file);
                KnownForm.Match match = best(form, exhibit);
                status = match.recognised() ? status : 1;
                System.out.println(file + ": " + verdict(form, match));
                tell("missing of the fingerprint", match.missing());
                tell("nothing found for", match.idle());
                ExhibitText.of(exhibit).forEach(line -> System.out.println("  " + line));
            }
        }
        return status;
    }

    /** Of all parts of a file, an e-mail's attachments among them, the one that matches best. */
    private static KnownForm.Match best(KnownForm form, Exhibit exhibit) {
        return exhibit.documents().stream()
                .map(form::match)
                .max(java.util.Comparator.comparingDouble(KnownForm.Match::share))
                .orElseThrow();
    }

    private static String verdict(KnownForm form, KnownForm.Match match) {
        return (match.recognised() ? "recognised as " : "not recognised as ") + form.name() + " " + form.version()
                + ", " + match.found() + " of " + match.of() + " marks of its fingerprint";
    }

    private static void tell(String what, List<String> texts) {
        texts.stream().limit(MOST).forEach(text -> System.out.println("  " + what + ": " + oneLine(text)));
        if (texts.size() > MOST) {
            System.out.println("  " + what + ": " + (texts.size() - MOST) + " more");
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
