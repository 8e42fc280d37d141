package org.sealpost.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sealpost.submission.ForceId;
import org.sealpost.web.problem.Sizes;
import org.sealpost.web.settings.WebSettings;

class PageWordsTest {
    private final PageWords words = new PageWords(WebSettings.of(List.of()));

    @Test
    void timesAreBritishInSummerAndWinter() {
        assertThat(words.when(Instant.parse("2026-11-23T20:53:00Z"))).isEqualTo("23 November 2026 at 8:53pm");
        assertThat(words.when(Instant.parse("2026-07-02T08:05:00Z"))).isEqualTo("2 July 2026 at 9:05am");
    }

    @Test
    void spansAreSaidAsPeopleSayThem() {
        assertThat(words.confirmedWithin()).isEqualTo("15 minutes");
        assertThat(PageWords.words(Duration.ofHours(1))).isEqualTo("1 hour");
        assertThat(PageWords.words(Duration.ofDays(2))).isEqualTo("2 days");
        assertThat(PageWords.words(Duration.ofSeconds(20))).isEqualTo("1 minute");
    }

    @Test
    void sizesAreSaidAsTheyAreConfigured() {
        assertThat(words.largestFile()).isEqualTo("25 MB");
        assertThat(words.largestTogether()).isEqualTo("50 MB");
        assertThat(List.of(1L, 1023L, 1024L, (1L << 20) - 1, 1L << 20, 5L << 19).stream()
                        .map(Sizes::words))
                .containsExactly("1 byte", "1023 bytes", "1 KB", "1 MB", "1 MB", "2.5 MB");
    }

    @Test
    void aForceWithoutANameIsCalledAsItIsConfigured() {
        assertThat(words.force(new ForceId("north-force"))).isEqualTo("north-force");
    }
}
