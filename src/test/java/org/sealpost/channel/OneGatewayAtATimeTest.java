package org.sealpost.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.Leases;
import org.sealpost.store.Database;
import org.sealpost.store.DatabaseSettings;
import org.sealpost.store.TestDatabases;

/** Gateways, each with connections of its own to one real PostgreSQL. */
class OneGatewayAtATimeTest {
    private static final String MAILBOX = "email-arrivals";
    private static final Duration SHORT = Duration.ofMillis(300);

    private final DatabaseSettings settings = TestDatabases.postgreSql();
    private final Database first = Database.open(settings);
    private final Database second = Database.open(settings);
    private final OneGatewayAtATime one = new OneGatewayAtATime(first.leases());
    private final OneGatewayAtATime other = new OneGatewayAtATime(second.leases());

    @AfterEach
    void close() {
        one.close();
        other.close();
        first.close();
        second.close();
    }

    @Test
    void eachSourceHasOneAndIsFreeWhenHeStops() {
        assertThat(one.isMine(MAILBOX)).isTrue();
        assertThat(other.isMine(MAILBOX)).isFalse();
        assertThat(other.isMine("sftp-poll-county-hostels")).isTrue();
        assertThat(one.isMine("sftp-poll-county-hostels")).isFalse();
        one.close();
        assertThat(other.isMine(MAILBOX)).isTrue();
        assertThat(one.isMine(MAILBOX)).isFalse();
    }

    @Test
    void whoLivesKeepsItLongerThanOneLease() throws InterruptedException {
        assertThat(one.isMine(MAILBOX)).isTrue();
        for (int i = 0; i < 16; i++) {
            Thread.sleep(500);
            assertThat(other.isMine(MAILBOX)).isFalse();
        }
        assertThat(one.isMine(MAILBOX)).isTrue();
    }

    @Test
    void theLeaseOfTheDeadIsTakenOver() {
        Leases dead = first.leases().orElseThrow();
        assertThat(dead.take(MAILBOX, "dead", SHORT)).isTrue();
        assertThat(other.isMine(MAILBOX)).isFalse();
        await().atMost(Duration.ofSeconds(10)).until(() -> other.isMine(MAILBOX));
        assertThat(dead.take(MAILBOX, "dead", SHORT)).as("he wakes up").isFalse();
    }

    @Test
    void withoutItsDatabaseAGatewayPollsNothingOnceItsLeaseIsOver() {
        assertThat(one.isMine(MAILBOX)).isTrue();
        first.close();
        await().atMost(Duration.ofSeconds(20)).until(() -> !one.isMine(MAILBOX));
        assertThat(other.isMine(MAILBOX)).isTrue();
    }

    @Test
    void aGatewayThatIsAloneAlwaysPolls() {
        try (OneGatewayAtATime alone = new OneGatewayAtATime(Optional.empty())) {
            assertThat(alone.isMine(MAILBOX)).isTrue();
        }
    }
}
