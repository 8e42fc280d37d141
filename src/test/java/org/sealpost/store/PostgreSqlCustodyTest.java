package org.sealpost.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.Leases;

class PostgreSqlCustodyTest extends CustodyContract {
    private static final Duration LEASE = Duration.ofSeconds(6);

    @Override
    DatabaseSettings emptyDatabase() {
        return TestDatabases.postgreSql();
    }

    @Test
    void aLeaseFromBeforeTheServersClockWasSetBackIsOver() {
        Leases leases = database.leases().orElseThrow();
        assertThat(leases.take("mailbox", "dead", LEASE)).isTrue();
        assertThat(leases.take("mailbox", "alive", LEASE)).isFalse();
        database.custody()
                .inOneCommit(writes -> ((SqlWrites) writes).sql.change("UPDATE leases SET until = until + 3600000"));
        assertThat(leases.take("mailbox", "alive", LEASE)).isTrue();
    }

    /** A gateway that is frozen in the middle of a commit keeps its connection and says nothing. */
    @Test
    void whoStandsStillInACommitLosesHisTurnAndKeepsNothing() {
        assertThatThrownBy(() -> database.custody().inOneCommit(writes -> {
                    writes.nextSequence(FORCE);
                    standStill();
                    return writes.nextSequence(FORCE);
                }))
                .isInstanceOf(StoreException.class);
        assertThat(database.custody().<Long>inOneCommit(writes -> writes.nextSequence(FORCE)))
                .isEqualTo(1);
    }

    private static void standStill() {
        try {
            Thread.sleep(11_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
