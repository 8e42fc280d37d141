package org.sealpost.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command owes the person at the terminal. */
class CommandLineIT {
    private @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "gateway --help",
                "read --help",
                "receive --help",
                "open --help",
                "ledger --help",
                "ledger export --help",
                "ledger verify --help",
                "password --help"
            })
    void hasHelp(String words) {
        Commands.Ended ended = Commands.sealpost(Map.of(), folder, words.split(" "));
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Usage: sealpost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "gateway --nonsense",
                "read",
                "form",
                "form learn",
                "receive",
                "open",
                "ledger",
                "ledger verify"
            })
    void wrongUseIsStatusTwoAndOneSentence(String words) {
        Commands.Ended ended = Commands.sealpost(Map.of(), folder, words.split(" "));
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().strip().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read no-such-file.pdf",
                "form learn no-such-file.pdf",
                "form check no-such-file.yaml x.pdf",
                "open no-such-file.p7m --out kept",
                "ledger verify no-such-file"
            })
    void whatIsNotThereIsStatusTwoAndOneSentence(String words) {
        Commands.Ended ended = Commands.sealpost(Map.of(), folder, words.split(" "));
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().strip().lines()).hasSize(1);
        assertThat(ended.err()).contains("no-such-file");
    }

    @Test
    void readPrintsOneJsonDocumentAFile() throws Exception {
        Commands.Ended ended = Commands.sealpost(
                        Map.of(),
                        folder,
                        "read",
                        "src/test/resources/forms/partner-pdf.acroform.pdf",
                        "src/test/resources/forms/nominal-grid.docx")
                .succeeded();
        try (var documents = new ObjectMapper().readerForMapOf(Object.class).readValues(ended.out())) {
            assertThat(documents.readAll()).hasSize(2);
        }
    }

    @Test
    void readShowsWhereEachValueStands() {
        Commands.Ended ended = Commands.sealpost(
                        Map.of(), folder, "read", "--html", "src/test/resources/forms/partner-pdf.acroform.pdf")
                .succeeded();
        assertThat(ended.out())
                .startsWith("<!DOCTYPE html>")
                .contains("data:image/png;base64,", "Suspect", "class=\"box suspect\"");
    }

    @Test
    void aDefinitionIsLearntAndChecked() throws Exception {
        String blank = "docs/examples/form.pdf";
        Path definition = folder.resolve("form.yaml");
        Files.writeString(
                definition,
                Commands.sealpost(Map.of(), folder, "form", "learn", blank)
                        .succeeded()
                        .out());
        assertThat(Commands.sealpost(Map.of(), folder, "form", "check", definition.toString(), blank)
                        .succeeded()
                        .out())
                .contains("recognised as form 1", "Suspect");
        Commands.Ended other =
                Commands.sealpost(Map.of(), folder, "form", "check", definition.toString(), "docs/examples/form.docx");
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.out()).contains("not recognised as form 1", "missing of the fingerprint");
    }

    @Test
    void theExampleFormIsKnown() throws Exception {
        Commands.Ended ended = Commands.sealpost(Map.of(), folder, "read", "docs/examples/form.docx")
                .succeeded();
        assertThat(new ObjectMapper()
                        .readTree(ended.out())
                        .at("/meta/form/name")
                        .asText())
                .isEqualTo("example-information-sharing");
    }

    @Test
    void whatCannotBeReadIsStatusOneWithAReadingAndOneSentence() throws Exception {
        Path noForm = Files.write(folder.resolve("form.bin"), new byte[] {0, 1, 2, 3});
        Commands.Ended ended = Commands.sealpost(Map.of(), folder, "read", noForm.toString());
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err().strip().lines()).hasSize(1);
        assertThat(new ObjectMapper()
                        .readTree(ended.out())
                        .at("/meta/documents/0/disposition")
                        .asText())
                .isEqualTo("opaque");
    }

    @Test
    void demoKnowsItsOneOption() {
        assertThat(Commands.run(Map.of(), folder, "bin/demo", "--help").status())
                .isZero();
        assertThat(Commands.run(Map.of(), folder, "bin/demo", "--nonsense").status())
                .isEqualTo(2);
    }
}
