package org.sealpost.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sealpost.ledger.Entry;
import org.sealpost.ledger.LedgerExport;
import org.sealpost.ledger.LedgerKey;
import org.sealpost.ledger.LedgerRefusedException;
import org.sealpost.ledger.LedgerSigner;
import org.sealpost.ledger.LedgerVerifier;
import org.sealpost.ledger.Release;
import org.sealpost.ledger.SignedLedger;
import org.sealpost.store.Database;
import org.sealpost.store.DatabaseSettings;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

/**
 * What an append and a verification cost as the ledger grows. The entries are those of submissions without their
 * receipts, whose signatures cost the same at any size.
 */
final class LedgerGrowth implements Part {
    private static final int A_COMMIT = 1000;
    private static final int SINGLES = 300;
    private static final int PROMISED = 1_000_000;
    private static final double MOST_SECONDS = 10;

    private final LedgerKey key;
    private final SignedLedger ledger;

    LedgerGrowth() {
        try {
            key = LedgerKey.parse(Files.readString(Path.of("certs-example/gateway/ledger.vkey")));
            ledger = new SignedLedger(
                    LedgerSigner.of(key, Files.readString(Path.of("certs-example/gateway/ledger.key.pem"))));
        } catch (IOException | LedgerRefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public void measure(Scale scale, Report report) throws Exception {
        try (Folder folder = new Folder();
                Database database =
                        Database.open(new DatabaseSettings.Sqlite(folder.path().resolve("ledger.db")))) {
            int size = 0;
            for (int wanted : scale.quick() ? List.of(10_000) : List.of(10_000, 100_000, PROMISED)) {
                size = grow(database, size, wanted - SINGLES);
                List<Double> appends = singles(database, size);
                size += SINGLES;
                report.figure(name(), "one append and its commit at " + wanted, "ms", appends);
                Path export = folder.path().resolve("ledger.txt");
                export(database, export);
                List<Double> seconds = new ArrayList<>();
                for (int run = 0; run < 5; run++) {
                    seconds.add(verify(export, wanted));
                }
                Promise promise = wanted == PROMISED ? Promise.atMost(MOST_SECONDS) : Promise.NONE;
                report.figure(name(), "verify " + wanted + " entries", "s", seconds, promise);
            }
        }
    }

    private int grow(Database database, int from, int to) {
        int size = from;
        while (size < to) {
            int begin = size;
            int end = Math.min(to, size + A_COMMIT);
            database.custody().inOneCommit(writes -> {
                for (int i = begin; i < end; i++) {
                    ledger.append(writes.ledger(), List.of(entry(i)));
                }
                return end;
            });
            size = end;
        }
        return size;
    }

    /** Milliseconds of each, every one with its signature and its sync. */
    private List<Double> singles(Database database, int size) {
        List<Double> all = new ArrayList<>();
        for (int i = size; i < size + SINGLES; i++) {
            Entry next = entry(i);
            long begin = System.nanoTime();
            database.custody().inOneCommit(writes -> ledger.append(writes.ledger(), List.of(next)));
            all.add((System.nanoTime() - begin) / 1e6);
        }
        return all;
    }

    /** Of four in turn: admitted, released, sent, delivered. */
    private static Entry entry(int index) {
        SubmissionId id =
                SubmissionId.parse(String.format(java.util.Locale.ROOT, "00000000-0000-4000-8000-%012d", index / 4));
        Instant at = Instant.ofEpochMilli(1_790_000_000_000L + index);
        String force = ExampleTrust.FORCE.value();
        return switch (index % 4) {
            case 0 ->
                Entry.of(
                        "admitted",
                        at,
                        Map.of(
                                "submission", id.toString(),
                                "reference", "SP-0000-0000",
                                "partner", "example-agency",
                                "force", force,
                                "channel", "web",
                                "by", "worker@example-agency.example",
                                "bytes", "51200",
                                "originals", "1",
                                "parts", "1",
                                "unread", "0"));
            case 1 ->
                new Release(ExampleTrust.FORCE, index / 4 + 1L, id, Sha256.of(new byte[] {(byte) index})).entry(at);
            case 2 -> Entry.of("sent", at, Map.of("submission", id.toString(), "attempt", "1"));
            default ->
                Entry.of(
                        "delivered",
                        at,
                        Map.of(
                                "submission",
                                id.toString(),
                                "force",
                                force,
                                "receipt-sha256",
                                Sha256.of().toString()));
        };
    }

    private void export(Database database, Path file) {
        database.history(history -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                LedgerExport.write(key.origin(), history, out);
                return true;
            } catch (IOException | LedgerRefusedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private double verify(Path export, long entries) throws IOException, LedgerRefusedException {
        long begin = System.nanoTime();
        try (InputStream in = Files.newInputStream(export)) {
            LedgerVerifier.Verdict verdict = LedgerVerifier.verify(
                    in,
                    key,
                    der -> {
                        throw new IllegalStateException("there are no receipts");
                    },
                    LedgerVerifier.Witnesses.NONE);
            if (verdict.head().size() != entries) {
                throw new IllegalStateException(
                        "the ledger has " + verdict.head().size() + " entries");
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
