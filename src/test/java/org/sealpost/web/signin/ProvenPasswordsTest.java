package org.sealpost.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProvenPasswordsTest {
    private Instant now = Instant.parse("2026-11-23T09:30:00Z");
    private final ProvenPasswords proven = new ProvenPasswords(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void onlyTheRightPasswordOfTheSameAccountIsKnown() {
        assertThat(proven.holds("ann@example-agency.example", "right")).isFalse();
        proven.add("ann@example-agency.example", "right");
        assertThat(proven.holds("ann@example-agency.example", "right")).isTrue();
        assertThat(proven.holds("ann@example-agency.example", "wrong")).isFalse();
        assertThat(proven.holds("bob@example-agency.example", "right")).isFalse();
    }

    @Test
    void itIsForgottenSoon() {
        proven.add("ann@example-agency.example", "right");
        now = now.plus(Duration.ofMinutes(5));
        assertThat(proven.holds("ann@example-agency.example", "right")).isFalse();
    }
}
