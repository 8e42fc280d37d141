package org.sealpost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.store.Database;
import org.sealpost.store.DatabaseSettings;
import org.sealpost.store.TestDatabases;
import org.sealpost.submission.Channel;
import org.sealpost.submission.SubmissionId;

/** Two gateways on one PostgreSQL take from one outbox: never the same, and neither waits. */
class TwoDispatchersTest {
    private final DatabaseSettings settings = TestDatabases.postgreSql();
    private Database first;
    private Database second;
    private Gateway one;
    private Gateway other;

    @BeforeEach
    void open() {
        first = Database.open(settings);
        second = Database.open(settings);
        one = new Gateway(first);
        other = new Gateway(second);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    private static List<SubmissionId> claim(Gateway gateway, Custody.Claims claims, int most) {
        return claims.outbox(
                RetryPlan.DEFAULTS.toSend(gateway.clock.instant()),
                gateway.clock.instant().plus(RetryPlan.DEFAULTS.claim()),
                most,
                Long.MAX_VALUE);
    }

    @Test
    void whatOneIsTakingTheOtherPassesOver() {
        IntStream.range(0, 3).forEach(i -> one.admitted(one.mail("form " + i)));
        List<SubmissionId> taken = one.custody.claim(claims -> {
            List<SubmissionId> mine = claim(one, claims, 2);
            List<SubmissionId> theirs = other.custody.claim(others -> claim(other, others, 3));
            return Stream.concat(mine.stream(), theirs.stream()).toList();
        });
        assertThat(taken).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aClaimWaitsForNoWriter() {
        one.admitted(one.mail("a form"));
        int found = one.custody.inOneCommit(writes ->
                other.dispatch.due().size() + other.tell.due(Channel.EMAIL).size());
        assertThat(found).isEqualTo(2);
    }

    @Test
    void manyAtOnceTakeEachOnce() {
        IntStream.range(0, 60).forEach(i -> one.admitted(one.mail("form " + i)));
        List<CompletableFuture<List<SubmissionId>>> takers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> all(i % 2 == 0 ? one : other)))
                .toList();
        assertThat(takers.stream().flatMap(t -> t.join().stream())).hasSize(60).doesNotHaveDuplicates();
    }

    private static List<SubmissionId> all(Gateway gateway) {
        return Stream.generate(gateway.dispatch::due)
                .takeWhile(due -> !due.isEmpty())
                .flatMap(List::stream)
                .map(Dispatch.Consignment::id)
                .toList();
    }

    @Test
    void whatWasSettledBetweenTheClaimAndTheLookIsNotSent() {
        Admission.Admitted admitted = one.admitted(one.mail("a form"));
        one.accepted(admitted);
        assertThat(one.custody.<Boolean>look(
                        reads -> reads.claimed(admitted.id()).isPresent()))
                .isFalse();
    }
}
