package org.sealpost.web.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sealpost.web.problem.Problems;
import org.sealpost.web.settings.UploadLimits;

class FormBodyTest {
    private static final Problems PROBLEMS = new Problems(UploadLimits.DEFAULT);
    private static final String FILE = "Content-Disposition: form-data; name=\"f\"; filename=\"a.pdf\"\r\n";

    private static List<FormPart> parts(String body) throws UnusableFormException {
        return FormBody.parts("multipart/form-data; boundary=\"B\"", body.getBytes(StandardCharsets.UTF_8), PROBLEMS);
    }

    private static void isRefused(String body, String code) {
        assertThatThrownBy(() -> parts(body))
                .as(body)
                .isInstanceOfSatisfying(
                        UnusableFormException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    @Test
    void takesEveryPartApartToTheByte() throws Exception {
        List<FormPart> parts = parts("--B\r\n" + FILE + "content-TYPE: application/pdf\r\n\r\n\r\n--A\r\n\r\nx\r\n\r\n"
                + "--B \t\r\nContent-Disposition: form-data;\r\n name=note\r\n\r\n\r\n--B--\r\n");

        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).fileName()).contains("a.pdf");
        assertThat(parts.get(0).type()).contains("application/pdf");
        assertThat(parts.get(0).words()).isEqualTo("\r\n--A\r\n\r\nx\r\n");
        assertThat(parts.get(1).isFile()).isFalse();
        assertThat(parts.get(1).field()).isEqualTo("note");
        assertThat(parts.get(1).words()).isEmpty();
        assertThat(parts("--B--")).isEmpty();
        assertThat(parts("\r\n--B--\r\n")).isEmpty();
    }

    @Test
    void everyWayToEndTooSoonIsSeen() {
        String whole = "--B\r\n" + FILE + "\r\nwords\r\n--B--";
        for (int length = 0; length < whole.length(); length++) {
            isRefused(whole.substring(0, length), "unreadable-request");
        }
    }

    @Test
    void nothingMayBeLeftOver() {
        String part = "--B\r\n" + FILE + "\r\nwords\r\n";
        isRefused("words before\r\n" + part + "--B--", "unreadable-request");
        isRefused(part + "--B--\r\nwords after", "unreadable-request");
        isRefused(part + "--Bwords on the line\r\n--B--", "unreadable-request");
        isRefused("--B\r\nwords among headers\r\n" + FILE + "\r\nx\r\n--B--", "unreadable-request");
        isRefused("--B\r\n" + FILE + "\r\n--B\r\n" + FILE + "\r\ntwo in one\r\n--B--", "unreadable-request");
        isRefused("--B\r\n" + FILE + "--B\r\n\r\nx\r\n--B--", "unreadable-request");
        isRefused("--B\r\nX-Long: " + "x".repeat(5000) + "\r\n" + FILE + "\r\nx\r\n--B--", "unreadable-request");
        isRefused((part).repeat(201) + "--B--", "too-many-files");
    }

    @Test
    void aPartWithoutANameIsNotTaken() {
        isRefused("--B\r\n\r\nwords\r\n--B--", "unnamed-part");
        isRefused("--B\r\nContent-Type: text/plain\r\n\r\nwords\r\n--B--", "unnamed-part");
        isRefused("--B\r\nContent-Disposition: form-data; filename=a\r\n\r\nwords\r\n--B--", "unnamed-part");
        isRefused("--B\r\nContent-Disposition: attachment; name=a\r\n\r\nwords\r\n--B--", "unnamed-part");
        isRefused("--B\r\nContent-Disposition: form-data; name\r\n\r\nwords\r\n--B--", "unnamed-part");
    }

    @Test
    void aBoundaryIsNeeded() {
        for (String type :
                new String[] {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; ="}) {
            assertThatThrownBy(() -> FormBody.parts(type, new byte[0], PROBLEMS))
                    .as(type)
                    .isInstanceOf(UnusableFormException.class);
        }
    }
}
