package org.sealpost.reading.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.sealpost.reading.corpus.Format.Group;

/** Writes the whole corpus into a folder, each form with its truth beside it, for looking at it. */
class CorpusFolderTest {
    @Test
    @EnabledIfSystemProperty(named = "corpus.folder", matches = ".+")
    void writesTheCorpus() throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("corpus.folder")));
        List<Case> all = new ArrayList<>(Corpus.forms(Group.FIELDS));
        all.addAll(Corpus.forms(Group.PLAIN));
        all.addAll(Corpus.scans());
        for (Case one : all) {
            Form form = one.form();
            String file = one.file();
            String name =
                    file.substring(0, file.length() - one.format().ending().length());
            Files.write(folder.resolve(file), one.original(form).content().array());
            Files.writeString(folder.resolve(name + ".truth.json"), form.truth().toPrettyString());
        }
        assertThat(folder).isDirectoryContaining("glob:**.truth.json");
    }

    @Test
    void theSameSeedDrawsTheSameForm() {
        Case one = Corpus.forms(Group.PLAIN).get(0);
        assertThat(one.form()).isEqualTo(one.form());
        assertThat(one.plainlyWorded().form().truth()).isEqualTo(one.form().truth());
        assertThat(one.plainlyWorded().form().items()).isNotEqualTo(one.form().items());
    }
}
