package org.sealpost.channel.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.submission.Bytes;

/** What a hostile header says is never more than an odd one. */
class LetterHeadTest {
    @ParameterizedTest
    @ValueSource(strings = {"a.", "a", "a-"})
    void anAddressOfAnyLengthIsLookedAt(String repeated) {
        String address = "ann@" + repeated.repeat(100_000) + "example";
        assertThat(LetterHead.isAddress(address)).isFalse();
        Bytes letter = Bytes.of(("From: " + address + "\r\n\r\nHello\r\n").getBytes(US_ASCII));
        assertThat(new LetterHead(letter).author()).isEmpty();
    }

    @Test
    void theLongestAddressIsOne() {
        String address = "ann@" + "a.".repeat(120) + "example.aa";
        assertThat(address).hasSize(254);
        assertThat(LetterHead.isAddress(address)).isTrue();
        assertThat(LetterHead.isAddress(address + "a")).isFalse();
    }
}
