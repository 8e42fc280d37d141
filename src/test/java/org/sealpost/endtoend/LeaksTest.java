package org.sealpost.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The search for leaks is itself searched: it must find a word however it was written. */
class LeaksTest {
    private static final List<String> WORDS = List.of("Winterburn");

    @Test
    void itFindsAWordInEveryEncoding() {
        for (String before : List.of("", "x", "xy", "xyz")) {
            String text = before + "Winterburn was seen";
            assertFound(text.getBytes(StandardCharsets.UTF_8));
            assertFound(text.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            assertFound(text.getBytes(StandardCharsets.UTF_16LE));
            assertFound(text.getBytes(StandardCharsets.UTF_16BE));
            assertFound(Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_8)));
            assertFound(Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_16LE)));
            assertFound(HexFormat.of()
                    .formatHex(text.getBytes(StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void itFindsNothingWhereNothingIs() {
        assertThat(Leaks.in("Summerburn was seen".getBytes(StandardCharsets.UTF_8), WORDS))
                .isEmpty();
    }

    private static void assertFound(byte[] bytes) {
        assertThat(Leaks.in(bytes, WORDS)).isEqualTo(WORDS);
    }
}
