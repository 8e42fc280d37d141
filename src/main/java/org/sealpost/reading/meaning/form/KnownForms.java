package org.sealpost.reading.meaning.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sealpost.reading.document.Document;
import org.sealpost.reading.meaning.vocabulary.YamlFile;
import org.sealpost.reading.meaning.vocabulary.YamlFileException;

/** All forms that are known. Immutable, safe to share between threads. */
public final class KnownForms {
    /** None: every form is read by the vocabulary alone. */
    public static final KnownForms NONE = new KnownForms(List.of());

    private final List<KnownForm> forms;

    public KnownForms(List<KnownForm> forms) {
        this.forms = List.copyOf(forms);
    }

    /**
     * Every {@code .yaml} file of a folder, in the order of the names; none where there is no such folder.
     *
     * @throws YamlFileException where one cannot be used, or two describe the same version of a form
     */
    public static KnownForms load(Path folder) {
        List<KnownForm> forms = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (Path file : YamlFile.in(folder)) {
            KnownForm form = one(file);
            if (!seen.add(List.of(form.name(), form.version()))) {
                throw YamlFile.at("form definition", file)
                        .wrong("another file describes version " + form.version() + " of " + form.name());
            }
            forms.add(form);
        }
        return new KnownForms(forms);
    }

    /** @throws YamlFileException where it cannot be read or used */
    public static KnownForm one(Path file) {
        return FormFile.read(file);
    }

    /** The form that a document is: the best match, of equals the one with the longer fingerprint. */
    public Optional<KnownForm> recognise(Document document) {
        return forms.stream()
                .map(form -> Map.entry(form, form.match(document)))
                .filter(each -> each.getValue().recognised())
                .max(Comparator.comparingDouble((Map.Entry<KnownForm, KnownForm.Match> each) ->
                                each.getValue().share())
                        .thenComparingInt(each -> each.getValue().of()))
                .map(Map.Entry::getKey);
    }
}
