package org.sealpost.channel.sftp.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.Test;

/** What one partner may have, from the wrong side; the other one never notices. */
class DropQuotaTest {
    private final Later clock = new Later();

    private DropFixture drop(int connections, DropQuota quota) throws Exception {
        return new DropFixture(DropLimits.DEFAULT.withPartner(connections, quota), clock);
    }

    private static void put(SftpClient client, String path, int size) throws IOException {
        SftpClient.CloseableHandle handle = client.open(path, EnumSet.of(OpenMode.Write, OpenMode.Create));
        client.write(handle, 0, new byte[size]);
        handle.close();
    }

    private static void isRefused(SftpClient client, String path, int size, String code) {
        assertThatThrownBy(() -> put(client, path, size))
                .isInstanceOf(SftpException.class)
                .hasMessageContaining(code);
    }

    @Test
    void filesAreCountedOverAnHourAndNothingIsLost() throws Exception {
        try (DropFixture drop = drop(32, new DropQuota(100, 2, 1 << 20));
                SftpClient client = drop.sftp();
                SftpClient second = drop.sftp();
                SftpClient other = drop.sftpOfOther()) {
            put(client, "drop/1.pdf", 1);
            put(second, "drop/2.pdf", 2);
            isRefused(client, "drop/3.pdf", 3, "quota-files");
            put(client, "drop/4.pdf.part", 4);
            assertThatThrownBy(() -> client.rename("drop/4.pdf.part", "drop/4.pdf"))
                    .hasMessageContaining("quota-files");
            assertThat(drop.desk.turnedAway()).containsOnly("quota-files");
            put(other, "drop/1.pdf", 5);
            assertThat(drop.desk.references()).hasSize(3);

            clock.pass(Duration.ofHours(1));
            client.rename("drop/4.pdf.part", "drop/4.pdf");
            put(client, "drop/3.pdf", 3);
            assertThat(drop.desk.references()).hasSize(5);
        }
    }

    @Test
    void bytesAreCountedOverAnHour() throws Exception {
        try (DropFixture drop = drop(32, new DropQuota(100, 100, 1000));
                SftpClient client = drop.sftp()) {
            put(client, "drop/1.pdf", 600);
            isRefused(client, "drop/2.pdf", 401, "quota-bytes");
            put(client, "drop/3.pdf", 400);
            clock.pass(Duration.ofMinutes(59));
            isRefused(client, "drop/4.pdf", 1, "quota-bytes");
            clock.pass(Duration.ofMinutes(1));
            put(client, "drop/4.pdf", 999);
        }
    }

    @Test
    void whoSignsInTooOftenIsSentAwayWithASentence() throws Exception {
        try (DropFixture drop = drop(32, new DropQuota(2, 100, 1000))) {
            drop.sftp().close();
            drop.sftp().close();
            assertThatThrownBy(() -> drop.sftp().close()).isInstanceOf(IOException.class);
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(drop.farewells)
                    .anySatisfy(words -> assertThat(words).contains("too often", "(quota-logins)")));
            drop.sftpOfOther().close();
            clock.pass(Duration.ofMinutes(1));
            drop.sftp().close();
        }
    }

    @Test
    void connectionsAtOnceAreCounted() throws Exception {
        try (DropFixture drop = drop(2, DropQuota.DEFAULT);
                SftpClient first = drop.sftp();
                SftpClient second = drop.sftp()) {
            assertThatThrownBy(drop::sftp).isInstanceOf(IOException.class);
            drop.sftpOfOther().close();
            put(first, "drop/1.pdf", 1);
            second.close();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> drop.sftp().close());
        }
    }

    @Test
    void noPasswordAndNoQuestionsLetAnybodyIn() throws Exception {
        try (DropFixture drop = drop(2, DropQuota.DEFAULT)) {
            assertThatThrownBy(() -> drop.connectByPassword("example-only"))
                    .hasMessageContaining("No more authentication methods");
        }
    }

    /** Moved by hand. */
    private static final class Later extends Clock {
        private Instant now = Instant.parse("2026-11-27T09:00:00Z");

        synchronized void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
