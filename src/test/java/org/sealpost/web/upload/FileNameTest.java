package org.sealpost.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {
    @Test
    void keepsTheLastStepOfAPathWithoutControlCharacters() {
        assertThat(RequestFiles.tidy("C:\\forms\\a form.pdf")).isEqualTo("a form.pdf");
        assertThat(RequestFiles.tidy("../../etc/a\r\nb.pdf")).isEqualTo("ab.pdf");
        assertThat(RequestFiles.tidy("Łucja's.pdf")).isEqualTo("Łucja's.pdf");
        assertThat(RequestFiles.tidy("forms/")).isEqualTo("document");
        assertThat(RequestFiles.tidy("")).isEqualTo("document");
        assertThat(RequestFiles.tidy("x".repeat(300) + ".pdf")).hasSize(255).endsWith(".pdf");
    }
}
