package org.sealpost.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void drawnOnesAreWrittenInThePublishedShape() {
        SecureRandom random = new SecureRandom();
        assertThat(Stream.generate(() -> Reference.random(random)).limit(2_000))
                .allSatisfy(r -> assertThat(r.toString()).matches("SP-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void theCheckSymbolIsCrockfords() {
        // 1234 (decimal) is 16J in Crockford's base 32; 1234 mod 37 is 13, written D.
        assertThat(Reference.parse("000016JD")).contains(new Reference("SP-0000-16JD"));
    }

    @Test
    void everySingleWrongSymbolIsNoticed() {
        String right = "SP-0000-16JD";
        for (int i = 3; i < right.length(); i++) {
            if (right.charAt(i) == '-') {
                continue;
            }
            for (char wrong : ALPHABET.toCharArray()) {
                if (wrong != right.charAt(i)) {
                    String typed = right.substring(0, i) + wrong + right.substring(i + 1);
                    assertThat(Reference.parse(typed)).as(typed).isEmpty();
                }
            }
        }
    }

    @Test
    void whatIsHeardOnTheTelephoneIsUnderstood() {
        Reference reference = new Reference("SP-0000-16JD");
        assertThat(Stream.of("sp oooo l6jd", "SP-OOOO-I6JD", " 0000 16jd ", "sp000016jd"))
                .allSatisfy(typed -> assertThat(Reference.parse(typed)).contains(reference));
    }

    @Test
    void onlyTheCanonicalFormIsAReference() {
        assertThatThrownBy(() -> new Reference("sp-0000-16jd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reference("SP-0000-16JE")).isInstanceOf(IllegalArgumentException.class);
    }
}
