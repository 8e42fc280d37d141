package org.sealpost.reading.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Old Word files with form fields. */
class OldWordFormsTest {
    @Test
    void formFieldsStandInTheirCellsAndBoxesBesideTheirText() throws IOException {
        assertThat(read("partner-pdf.legacy.doc"))
                .contains(
                        "# Suspect",
                        "| Full name | [=Dale Winterburn] |",
                        "| Address | [=Flat 9, Priory Court, Barnard Castle DL12 8ZZ] |",
                        "| Model | [=] |",
                        "[tick |Told to me directly by the child=true]",
                        "[tick |Anonymous=false]");
    }

    private static List<String> read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(OldWordFormsTest.class.getResourceAsStream("/forms/" + file))) {
            return Shown.of(file, in.readAllBytes());
        }
    }
}
