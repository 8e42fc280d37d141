package org.sealpost.force;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    private static String one(String name) {
        return FileNames.of(List.of(name)).get(0);
    }

    @Test
    void aHarmlessNameStaysAsItIs() {
        for (String name :
                List.of("form.pdf", "Info sharing form (final) 2.docx", "ffurflen Siân.pdf", "a", "x.tar.gz")) {
            assertThat(one(name)).isEqualTo(name);
        }
    }

    @Test
    void noNameLeadsOutOfItsFolder() {
        for (String name : List.of(
                "../../etc/passwd",
                "/etc/passwd",
                "..",
                ".",
                "",
                " ",
                "C:\\Windows\\x.exe",
                "a\0b",
                "~root",
                ".bashrc",
                "-rf",
                "x\n",
                "\u2028",
                "nul.txt",
                "COM1",
                "name.",
                "\u202Egpj.exe",
                "\u0007bell",
                "\ud800",
                "a/b")) {
            String safe = one(name);
            assertThat(safe)
                    .as("of <%s>", name)
                    .isNotEqualTo(name)
                    .startsWith("1-")
                    .doesNotContain("/", "\\", "\0");
            assertThat(Path.of("originals").resolve(safe).normalize().getParent())
                    .isEqualTo(Path.of("originals"));
        }
        assertThat(one("../../etc/passwd")).isEqualTo("1-__.._etc_passwd");
    }

    @Test
    void noTwoAreAlikeEvenWhereCaseDoesNotCount() {
        assertThat(FileNames.of(List.of("a.pdf", "A.PDF", "a.pdf", "2-A.PDF", "/a.pdf", "3-a.pdf")))
                .startsWith("a.pdf", "2-A.PDF", "3-a.pdf")
                .doesNotHaveDuplicates();
        List<String> many = FileNames.of(List.of("2-x", "x", "X", "3-X", "2-x", "2-X"));
        assertThat(many.stream().map(name -> name.toLowerCase(java.util.Locale.ROOT)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aLongNameKeepsItsEnding() {
        String safe = one("\u00eb".repeat(300) + ".docx");
        assertThat(safe).endsWith(".docx");
        assertThat(safe.getBytes(StandardCharsets.UTF_8).length).isLessThan(200);
    }
}
