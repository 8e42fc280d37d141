package org.sealpost.reading.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.reading.meaning.label.LabelMatcher;
import org.sealpost.reading.meaning.vocabulary.Attribute;
import org.sealpost.reading.meaning.vocabulary.Role;
import org.sealpost.reading.meaning.vocabulary.Vocabulary;
import org.sealpost.reading.meaning.vocabulary.YamlFileException;

/** The words of an agency beside ours, and the sentence for whoever slips. */
class VocabularyTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @BeforeEach
    void ours() throws IOException {
        write(
                "english.yaml",
                """
                roles: {suspect: [nominal], submitter: [about you]}
                attributes: {name: [full name], registrationMark: [vrm]}
                affirmative: ["yes"]
                """);
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name), yaml);
    }

    @Test
    void theFilesOfTheFolderCountTogether() throws IOException {
        write(
                "trust.yaml",
                """
                roles: {suspect: [man at the gate]}
                labels:
                  - {role: submitter, attribute: name, phrases: [scribe]}
                affirmative: [aye, "yes"]
                """);
        write("notes.txt", "roles: [ this is no vocabulary");

        Vocabulary both = Vocabulary.load(folder);

        assertThat(both.roles().get(Role.SUSPECT)).containsExactly("nominal", "man at the gate");
        assertThat(both.roles().get(Role.SUBMITTER)).containsExactly("about you");
        assertThat(both.attributes().get(Attribute.REGISTRATION_MARK)).containsExactly("vrm");
        assertThat(both.labels()).singleElement().satisfies(label -> {
            assertThat(label.attribute()).isEqualTo(Attribute.NAME);
            assertThat(label.phrases()).containsExactly("scribe");
        });
        assertThat(both.affirmative()).containsExactly("yes", "aye");
        assertThat(both.makes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rolles: {}                              | it has the key rolles, and may have affirmative, attributes
                    roles: [nominal]                        | roles is a mapping of names to lists of phrases
                    roles: {culprit: [him]}                 | a key of roles is one of submitter, subject, suspect
                    attributes: {plate: [reg]}              | a key of attributes is one of name, surname
                    attributes: {name: him}                 | attributes.name is a list
                    attributes: {name: ['', him]}           | an entry of attributes.name is a text
                    labels: [{role: suspect, phrases: [x]}] | labels: attribute is one of
                    labels: [{who: suspect}]                | an entry of labels has the key who, and may have attribute, phrases, role
                    'makes: [yes'                             | it is not YAML, by line 2
                    'makes: [a]\u00a7makes: [b]'            | it is not YAML, by line 2
                    just words                              | it has the keys affirmative, attributes
                    """)
    void aSlipIsASentenceThatNamesTheFileAndTheEntry(String yaml, String problem) throws IOException {
        write("trust.yaml", yaml.replace("\u00a7", "\n") + "\n");
        assertThatThrownBy(() -> Vocabulary.load(folder))
                .isInstanceOf(YamlFileException.class)
                .hasMessageStartingWith(
                        "the vocabulary " + folder.resolve("trust.yaml") + " cannot be used: " + problem);
    }

    @Test
    void aPhraseHasOneRole() throws IOException {
        write("trust.yaml", "roles: {subject: [the nominal]}\n");
        Vocabulary both = Vocabulary.load(folder);
        assertThatThrownBy(() -> new LabelMatcher(both))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the vocabulary's phrase \"nominal\" is both subject and suspect; take one of them out");
    }

    @Test
    void withoutWordsThereIsNoReading() {
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> Vocabulary.load(nowhere))
                .isInstanceOf(YamlFileException.class)
                .hasMessage("the vocabulary " + nowhere
                        + " cannot be used: the .yaml files in it name no roles or no attributes");
    }
}
