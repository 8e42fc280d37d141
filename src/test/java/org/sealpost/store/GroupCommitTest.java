package org.sealpost.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several writers in one commit: on a real file, whose commits are counted and can be made to fail. */
class GroupCommitTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final ExecutorService writers = Executors.newCachedThreadPool();
    private CountedCommits source;
    private GroupCommit groups;

    @BeforeEach
    void open() {
        SqliteFile file = new SqliteFile(new DatabaseSettings.Sqlite(folder.resolve("data/test.db")));
        file.make();
        source = new CountedCommits(file.forWriting());
        groups = new GroupCommit(source, "", PATIENCE);
        groups.write(sql -> sql.change("CREATE TABLE kept (number INTEGER PRIMARY KEY)"));
        source.commits.set(0);
    }

    @AfterEach
    void end() {
        writers.shutdownNow();
    }

    private Sql keep(Sql sql, int number) {
        sql.change("INSERT INTO kept (number) VALUES (?)", number);
        return sql;
    }

    private List<Integer> kept() {
        return groups.write(sql -> sql.list("SELECT number FROM kept ORDER BY rowid", row -> row.getInt(1)));
    }

    /** One has the turn until all others wait for theirs, and is committed alone, since that took long. */
    private List<Future<?>> together(List<Runnable> others) {
        CountDownLatch all = new CountDownLatch(1);
        List<Future<?>> ends = new ArrayList<>();
        ends.add(writers.submit(() -> groups.write(sql -> {
            Sql done = keep(sql, 0);
            uninterruptibly(all);
            return done;
        })));
        await().until(() -> groups.isTaken());
        for (Runnable other : others) {
            int before = groups.waiting();
            ends.add(writers.submit(other));
            await().until(() -> groups.waiting() == before + 1);
        }
        all.countDown();
        return ends;
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Runnable keeping(int number) {
        return () -> groups.write(sql -> keep(sql, number));
    }

    private Runnable failing(int number) {
        return () -> groups.write(sql -> {
            keep(sql, number);
            throw new IllegalStateException("no");
        });
    }

    private static List<Future<?>> failed(List<Future<?>> ends) {
        List<Future<?>> failed = new ArrayList<>();
        for (Future<?> end : ends) {
            try {
                end.get();
            } catch (ExecutionException e) {
                failed.add(end);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return failed;
    }

    @Test
    void thoseWhoWaitAreCommittedTogetherInTheOrderInWhichTheyCame() {
        List<Future<?>> ends =
                together(IntStream.rangeClosed(1, 9).mapToObj(this::keeping).toList());
        assertThat(failed(ends)).isEmpty();
        assertThat(source.commits).hasValueLessThan(4);
        assertThat(kept()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void oneThatThrowsTakesNobodyAlong() {
        List<Future<?>> ends = together(List.of(keeping(1), failing(2), keeping(3), failing(4)));
        assertThat(failed(ends)).containsExactly(ends.get(2), ends.get(4));
        assertThat(kept()).containsExactly(0, 1, 3);
    }

    @Test
    void anErrorIsUndoneToo() {
        assertThatThrownBy(() -> groups.write(sql -> {
                    keep(sql, 1);
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        groups.write(sql -> keep(sql, 2));
        assertThat(kept()).containsExactly(2);
    }

    @Test
    void aCommitThatFailsFailsForAllAndKeepsNothing() {
        source.fail(2);
        List<Future<?>> ends = together(List.of(keeping(1), keeping(2)));
        assertThat(failed(ends)).containsExactly(ends.get(1), ends.get(2));
        assertThat(kept()).containsExactly(0);
        groups.write(sql -> keep(sql, 3));
        assertThat(kept()).containsExactly(0, 3);
    }

    @Test
    void aCommitWhoseAnswerIsLostFailsForAllAndKeptAll() {
        source.loseTheAnswerTo(2);
        List<Future<?>> ends = together(List.of(keeping(1), keeping(2)));
        assertThat(failed(ends)).containsExactly(ends.get(1), ends.get(2));
        assertThat(kept()).containsExactly(0, 1, 2);
    }

    @Test
    void nobodyReturnsBeforeTheCommit() throws InterruptedException {
        CountDownLatch disk = source.holdCommits();
        List<Future<?>> ends = together(List.of(keeping(1), keeping(2)));
        source.awaitCommitting();
        assertThat(ends).noneMatch(Future::isDone);
        disk.countDown();
        assertThat(failed(ends)).isEmpty();
    }

    @Test
    void whoGivesUpWaitingLeavesNobodyUncommitted() {
        GroupCommit impatient = new GroupCommit(source, "", Duration.ofMillis(1));
        List<Future<?>> ends = IntStream.range(0, 200)
                .<Future<?>>mapToObj(i -> writers.submit(() -> impatient.write(sql -> keep(sql, i))))
                .toList();
        int givenUp = failed(ends).size();
        assertThat(kept()).hasSize(200 - givenUp);
    }

    @Test
    void manyThreadsWithFailuresAmongThemKeepExactlyWhatDidNotFail() {
        List<Future<?>> ends = IntStream.range(0, 400)
                .<Future<?>>mapToObj(i -> writers.submit(i % 5 == 3 ? failing(i) : keeping(i)))
                .toList();
        assertThat(failed(ends)).hasSize(80);
        assertThat(kept()).hasSize(320).doesNotHaveDuplicates().noneMatch(number -> number % 5 == 3);
    }

    @Test
    void aStatementThatTheDatabaseRefusesIsUndoneAlone() {
        List<Future<?>> ends = together(List.of(keeping(1), keeping(0), keeping(2)));
        assertThat(failed(ends)).containsExactly(ends.get(2));
        assertThat(kept()).containsExactly(0, 1, 2);
    }

    @Test
    void aDatabaseThatIsAwayIsAFaultOfTheStore() {
        GroupCommit nowhere = new GroupCommit(
                new CountedCommits(source) {
                    @Override
                    public java.sql.Connection getConnection() throws SQLException {
                        throw new SQLException("away");
                    }
                },
                "",
                PATIENCE);
        assertThatThrownBy(() -> nowhere.write(sql -> keep(sql, 1))).isInstanceOf(StoreException.class);
    }
}
