package org.sealpost.web.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.PartnerId;

class SettingsTest {
    private static final String HASH = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    private static Account account(String name, String hash) {
        return new Account(name, hash, new PartnerId("example-agency"), new ForceId("example-constabulary"), true);
    }

    @Test
    void aPasswordIsHashedAndNeverPrinted() {
        assertThat(account("a@b.example", HASH).toString()).doesNotContain("$2a");
        assertThat(account("a@b.example", "{bcrypt}" + HASH).passwordHash()).startsWith("{bcrypt}");
        for (String plain : new String[] {"", "secret", "{noop}secret", "{bcrypt}secret"}) {
            assertThatThrownBy(() -> account("a@b.example", plain))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void namesAreOfOnePersonEach() {
        assertThatThrownBy(() -> account("two words", HASH)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebSettings.of(List.of(account("a", HASH), account("A", HASH))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(WebSettings.of(List.of()).accounts()).isEmpty();
    }

    @Test
    void limitsFitIntoEachOther() {
        assertThat(UploadLimits.DEFAULT.files()).isEqualTo(20);
        assertThatThrownBy(() -> new UploadLimits(2, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UploadLimits(1, 2, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        long room = 2 + 2 * 8192;
        assertThat(new UploadLimits(1, 2, 1, room).request()).isEqualTo(room);
        assertThatThrownBy(() -> new UploadLimits(1, 2, 1, room - 1)).hasMessageContaining("memory for one whole");
    }
}
