package org.sealpost.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.delivery.Custody;
import org.sealpost.delivery.Due;
import org.sealpost.identity.SignInLinks;
import org.sealpost.ledger.Checkpoint;
import org.sealpost.ledger.Entry;
import org.sealpost.ledger.ExampleKeys;
import org.sealpost.ledger.LedgerExport;
import org.sealpost.ledger.LedgerHistory;
import org.sealpost.ledger.LedgerRefusedException;
import org.sealpost.ledger.LedgerVerifier;
import org.sealpost.ledger.SignedLedger;
import org.sealpost.ledger.merkle.Frontier;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Sha256;

/** What custody promises, on every database: one at a time, all or nothing, still there after reopening. */
abstract class CustodyContract {
    static final ForceId FORCE = new ForceId("example-constabulary");
    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

    private static final Entry TRIED = Entry.of("tried", NOW, java.util.Map.of());

    private DatabaseSettings settings;
    Database database;

    abstract DatabaseSettings emptyDatabase();

    @BeforeEach
    void open() {
        settings = emptyDatabase();
        database = Database.open(settings);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private long next(Database which) {
        return which.custody().inOneCommit(writes -> writes.nextSequence(FORCE));
    }

    @Test
    void numbersHaveNoGapsThoughManyWriteAtOnceThroughTwoDoors() {
        try (Database second = Database.open(settings)) {
            List<Long> drawn = IntStream.range(0, 100)
                    .parallel()
                    .mapToObj(i -> next(i % 2 == 0 ? database : second))
                    .sorted()
                    .toList();
            assertThat(drawn).isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
        }
    }

    @Test
    void theLedgerGrowsWithoutGapsThoughManyAppendAtOnce() {
        SignedLedger ledger = new SignedLedger(ExampleKeys.ledgerSigner());
        IntStream.range(0, 40).parallel().forEach(i -> database.custody()
                .inOneCommit(
                        writes -> ledger.append(writes.ledger(), List.of(Entry.of("tried", NOW, java.util.Map.of())))));
        long entries = database.history(history -> {
            try (Stream<Bytes> all = history.entries()) {
                return all.count();
            }
        });
        assertThat(entries).isEqualTo(40);
        String head = database.history(LedgerHistory::newestCheckpoint).orElseThrow();
        assertThat(head.lines().toList().get(1)).isEqualTo("40");
    }

    @Test
    void whatThrowsKeepsNothing() {
        next(database);
        assertThatThrownBy(() -> database.custody().inOneCommit(writes -> {
                    writes.nextSequence(FORCE);
                    writes.remember(Custody.Memory.TURNED_AWAY, Sha256.of(), NOW);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(next(database)).isEqualTo(2);
        boolean first =
                database.custody().inOneCommit(writes -> writes.remember(Custody.Memory.TURNED_AWAY, Sha256.of(), NOW));
        assertThat(first).isTrue();
    }

    @Test
    void whatWasCommittedAndTheSaltAreThereAfterReopening() {
        Bytes salt = database.custody().salt();
        assertThat(salt.size()).isEqualTo(32);
        next(database);
        database.close();
        database = Database.open(settings);
        assertThat(next(database)).isEqualTo(2);
        assertThat(database.custody().salt()).isEqualTo(salt);
        assertThat(database.answers()).isTrue();
    }

    @Test
    void aReaderCannotWrite() {
        assertThatThrownBy(() -> database.custody()
                        .look(reads -> ((SqlReads) reads).sql.change("UPDATE ledger_head SET size = 7")))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void aReaderWaitsForNoWriter() {
        database.custody().inOneCommit(writes -> {
            writes.nextSequence(FORCE);
            Instant now = Instant.EPOCH;
            return database.custody().look(reads -> reads.anythingToSend(new Due(now, now)));
        });
    }

    @Test
    void aLedgerEntryIsNeverOverwritten() {
        Bytes entry = Bytes.of(new byte[] {1});
        database.custody().inOneCommit(writes -> {
            writes.ledger().putEntry(0, entry);
            return 0;
        });
        assertThatThrownBy(() -> database.custody().inOneCommit(writes -> {
                    writes.ledger().putEntry(0, entry);
                    return 0;
                }))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void oneCheckpointCoversAllAppendsOfACommitAndOneIsMadeForWhoeverAsksBefore() throws Exception {
        SignedLedger ledger = new SignedLedger(ExampleKeys.ledgerSigner());
        List<Integer> heads = new ArrayList<>();
        database.custody().inOneCommit(writes -> {
            long first = ledger.append(writes.ledger(), List.of(TRIED));
            ledger.append(writes.ledger(), List.of(TRIED));
            heads.add(writes.ledger().unsigned().isPresent() ? 1 : 0);
            assertThat(ledger.prove(writes.ledger(), first + 1).index()).isEqualTo(1);
            heads.add(writes.ledger().unsigned().isPresent() ? 1 : 0);
            return ledger.append(writes.ledger(), List.of(TRIED));
        });
        assertThat(heads).containsExactly(1, 0);
        assertThat(verified().size()).isEqualTo(3);
    }

    @Test
    void whatIsUndoneIsInNoCheckpointThoughOthersAppendBesideIt() throws Exception {
        SignedLedger ledger = new SignedLedger(ExampleKeys.ledgerSigner());
        IntStream.range(0, 60).parallel().forEach(i -> {
            try {
                database.custody().inOneCommit(writes -> {
                    ledger.append(writes.ledger(), List.of(TRIED));
                    if (i % 3 == 0) {
                        throw new IllegalStateException("no");
                    }
                    return i;
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("no");
            }
        });
        assertThat(verified().size()).isEqualTo(40);
    }

    @Test
    void whereTheHeadCannotBeSignedNothingIsKept() {
        assertThatThrownBy(() -> database.custody().inOneCommit(writes -> {
                    writes.ledger().leaveUnsigned(Frontier.empty(), edge -> {
                        throw new IllegalStateException("no key");
                    });
                    return writes.nextSequence(FORCE);
                }))
                .isInstanceOf(StoreException.class);
        assertThat(next(database)).isEqualTo(1);
    }

    @Test
    void aLinkToSignInWorksOnceAndInItsTime() {
        SignInLinks links = database.signInLinks();
        Instant now = Instant.parse("2026-11-23T09:30:00Z");
        Sha256 one = Sha256.of(new byte[] {1});
        Sha256 other = Sha256.of(new byte[] {2});
        links.keep(one, now, now.plusSeconds(900));
        links.keep(other, now, now.plusSeconds(900));
        assertThat(links.take(Sha256.of(new byte[] {3}), now)).as("never kept").isFalse();
        assertThat(links.take(one, now.plusSeconds(899))).isTrue();
        assertThat(links.take(one, now.plusSeconds(899))).as("a second time").isFalse();
        assertThat(links.take(other, now.plusSeconds(900)))
                .as("when its time is over")
                .isFalse();
        links.keep(Sha256.of(new byte[] {4}), now.plusSeconds(900), now.plusSeconds(1800));
        assertThat(links.take(other, now)).as("forgotten by then").isFalse();
    }

    private Checkpoint verified() throws IOException, LedgerRefusedException {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        database.history(history -> {
            try {
                LedgerExport.write(ExampleKeys.ledgerKey().origin(), history, export);
                return true;
            } catch (IOException | LedgerRefusedException e) {
                throw new IllegalStateException(e);
            }
        });
        return LedgerVerifier.verify(
                        new ByteArrayInputStream(export.toByteArray()),
                        ExampleKeys.ledgerKey(),
                        der -> {
                            throw new IllegalStateException("there are no receipts");
                        },
                        LedgerVerifier.Witnesses.NONE)
                .head();
    }
}
