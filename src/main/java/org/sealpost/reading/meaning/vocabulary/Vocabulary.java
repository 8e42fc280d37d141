package org.sealpost.reading.meaning.vocabulary;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The words of the forms, as data. Immutable.
 *
 * @param noAnswer answers that say nothing, in lower case
 * @param reasonWords what makes a ticked box a way of knowing
 * @param affirmative answers that say yes, in lower case
 */
public record Vocabulary(
        Map<Role, List<String>> roles,
        Map<Attribute, List<String>> attributes,
        List<Label> labels,
        List<String> fillers,
        List<String> noAnswer,
        List<String> reasonWords,
        List<String> affirmative,
        List<String> makes,
        List<String> colours,
        List<String> colourQualifiers,
        List<String> services,
        List<String> jobWords) {

    /** Whole labels that say who and what at once. */
    public record Label(Role role, Attribute attribute, List<String> phrases) {}

    /**
     * The phrases of every {@code .yaml} file of a folder together; {@code docs/design/vocabulary.md} says what stands in one.
     *
     * @throws YamlFileException where anything in a file is not understood, or all files together lack a list
     */
    public static Vocabulary load(Path folder) {
        VocabularyFiles files = new VocabularyFiles();
        YamlFile.in(folder).forEach(files::add);
        return files.vocabulary(folder);
    }
}
