package org.sealpost.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sealpost.web.MovableClock;

class SignInLimitsTest {
    private final MovableClock clock = new MovableClock();
    private final SignInLimits limits = new SignInLimits(clock);

    private void fail(int times, String account, String address) {
        for (int i = 0; i < times; i++) {
            limits.failed(account, address);
        }
    }

    @Test
    void tenForAnAccountFromOneAddressUntilTheWindowHasPassed() {
        fail(9, "a", "192.0.2.1");
        assertThat(limits.allows("a", "192.0.2.1")).isTrue();
        fail(1, "A", "192.0.2.1");
        assertThat(limits.allows("a", "192.0.2.1")).isFalse();
        assertThat(limits.allows("b", "192.0.2.1")).isTrue();
        assertThat(limits.allows("a", "192.0.2.2")).isTrue();

        clock.forward(SignInLimits.WINDOW);
        assertThat(limits.allows("a", "192.0.2.1")).isTrue();
        fail(1, "a", "192.0.2.1");
        assertThat(limits.allows("a", "192.0.2.1")).isTrue();
    }

    @Test
    void fiftyFromOneAddressWhateverTheNames() {
        for (int i = 0; i < 50; i++) {
            assertThat(limits.allows("name" + i, "192.0.2.1")).isTrue();
            limits.failed("name" + i, "192.0.2.1");
        }
        assertThat(limits.allows("fresh", "192.0.2.1")).isFalse();
    }

    @Test
    void twoHundredForOneAccountFromAnywhere() {
        for (int i = 0; i < 200; i++) {
            limits.failed("a", "192.0.2." + i);
        }
        assertThat(limits.allows("a", "198.51.100.1")).isFalse();
    }
}
