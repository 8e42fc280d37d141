package org.sealpost.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.ledger.LedgerVerifier.Witnesses;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

class LedgerVerifierTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final ForceId FORCE = new ForceId("example-constabulary");

    /** In these tests a receipt is the submission's id and the checkpoint it names; real ones are CMS. */
    private static final ReceiptReader RECEIPTS = der -> {
        String[] parts = new String(der.array(), StandardCharsets.UTF_8).split("\n", 2);
        return new NamedCheckpoint(
                SubmissionId.parse(parts[0]), Optional.of(parts[1]).filter(text -> !text.isEmpty()));
    };

    private final LedgerKey key = ExampleKeys.ledgerKey();
    private final SignedLedger ledger = new SignedLedger(ExampleKeys.ledgerSigner());
    private final LedgerInMemory records = new LedgerInMemory();
    private final List<Bytes> receipts = new ArrayList<>();
    private byte[] export = {};

    private static SubmissionId id(long number) {
        return new SubmissionId(new UUID(0x4000, number));
    }

    private static Release release(long sequence) {
        return new Release(FORCE, sequence, id(sequence), Sha256.of(new byte[] {(byte) sequence}));
    }

    private void admit(long sequence) {
        ledger.append(
                records,
                List.of(
                        Entry.of(
                                "admitted",
                                NOON,
                                Map.of("submission", id(sequence).toString())),
                        release(sequence).entry(NOON)));
    }

    private void settle(long sequence) {
        Bytes receipt = receipt(sequence, records.newestCheckpoint().orElseThrow());
        receipts.add(receipt);
        records.keepReceipt(receipt);
        ledger.append(records, List.of(new ReceiptTaken(FORCE, id(sequence), true, receipt.sha256()).entry(NOON)));
    }

    private static Bytes receipt(long sequence, String checkpoint) {
        return Bytes.of((id(sequence) + "\n" + checkpoint).getBytes(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void aSmallLedger() throws Exception {
        admit(1);
        admit(2);
        settle(1);
        settle(2);
        admit(3);
        export = write(records);
    }

    private byte[] write(LedgerHistory history) throws IOException, LedgerRefusedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LedgerExport.write(key.origin(), history, out);
        return out.toByteArray();
    }

    private LedgerVerifier.Verdict verify(byte[] file, Witnesses witnesses) throws IOException, LedgerRefusedException {
        return LedgerVerifier.verify(new ByteArrayInputStream(file), key, RECEIPTS, witnesses);
    }

    private void refused(byte[] file, String what) {
        assertThatThrownBy(() -> verify(file, Witnesses.NONE)).as(what).isInstanceOf(LedgerRefusedException.class);
    }

    private List<String> lines() {
        return new ArrayList<>(List.of(new String(export, StandardCharsets.US_ASCII).split("\n")));
    }

    private static byte[] join(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aWholeLedgerIsAccepted() throws Exception {
        LedgerVerifier.Verdict verdict = verify(
                export,
                new Witnesses(receipts, List.of(records.newestCheckpoint().orElseThrow())));
        assertThat(verdict.head().size()).isEqualTo(8);
        assertThat(verdict.releases()).isEqualTo(3);
        assertThat(verdict.receipts()).isEqualTo(2);
    }

    /** The least ledger that has a line of every kind, since each of its bytes is tried several times. */
    private byte[] leastExport() throws Exception {
        LedgerInMemory least = new LedgerInMemory();
        Bytes receipt = receipt(1, "");
        least.keepReceipt(receipt);
        ledger.append(
                least,
                List.of(release(1).entry(NOON), new ReceiptTaken(FORCE, id(1), true, receipt.sha256()).entry(NOON)));
        byte[] file = write(least);
        assertThat(verify(file, Witnesses.NONE).receipts()).isEqualTo(1);
        return file;
    }

    @Test
    void noByteCanBeChanged() throws Exception {
        byte[] file = leastExport();
        for (int i = 0; i < file.length; i++) {
            // Every bit of it; 0x20 is the one between the cases, 0x80 the one beyond ASCII.
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = file.clone();
                changed[i] ^= (byte) (1 << bit);
                refused(changed, "byte " + i + " bit " + bit);
            }
        }
    }

    @Test
    void noByteCanBeAddedOrLeftOut() throws Exception {
        byte[] file = leastExport();
        for (int i = 0; i <= file.length; i++) {
            for (char added : new char[] {' ', '\n', '\r', '='}) {
                byte[] longer = new byte[file.length + 1];
                System.arraycopy(file, 0, longer, 0, i);
                longer[i] = (byte) added;
                System.arraycopy(file, i, longer, i + 1, file.length - i);
                refused(longer, "added at " + i);
            }
            if (i < file.length) {
                byte[] shorter = new byte[file.length - 1];
                System.arraycopy(file, 0, shorter, 0, i);
                System.arraycopy(file, i + 1, shorter, i, file.length - i - 1);
                refused(shorter, "left out at " + i);
            }
        }
    }

    @Test
    void noTailCanBeCutOff() {
        for (int length = 0; length < export.length; length++) {
            refused(Arrays.copyOf(export, length), "cut at " + length);
        }
    }

    @Test
    void noLineCanBeRemovedSwappedOrDoubledEvenWithTheCountsPutRight() {
        int size = lines().size();
        for (int i = 0; i < size - 1; i++) {
            List<String> doubled = lines();
            doubled.add(i, doubled.get(i));
            refused(join(recounted(doubled)), "doubled " + i);
            List<String> removed = lines();
            removed.remove(i);
            refused(join(recounted(removed)), "removed " + i);
            for (int j = i + 1; j < size; j++) {
                List<String> swapped = lines();
                Collections.swap(swapped, i, j);
                refused(join(recounted(swapped)), "swapped " + i + " and " + j);
            }
        }
    }

    @Test
    void aReceiptOfAnotherHistoryIsRefusedThoughTheLedgerSignedBoth() throws Exception {
        LedgerInMemory other = new LedgerInMemory();
        ledger.append(other, List.of(release(2).entry(NOON), release(3).entry(NOON)));
        Bytes receipt = receipt(1, other.newestCheckpoint().orElseThrow());
        records.keepReceipt(receipt);
        ledger.append(records, List.of(new ReceiptTaken(FORCE, id(1), true, receipt.sha256()).entry(NOON)));
        byte[] file = write(records);
        assertThatThrownBy(() -> verify(file, Witnesses.NONE))
                .isInstanceOfSatisfying(
                        LedgerRefusedException.class, e -> assertThat(e.code()).isEqualTo("forked"));
    }

    @Test
    void anAddedEntryIsRefusedWhereverItStands() {
        String added = "entry " + EntryText.write(Entry.of("erased", NOON, Map.of("submission", id(1).toString())));
        for (int i = 1; i < lines().size(); i++) {
            List<String> lines = lines();
            lines.add(i, added);
            refused(join(recounted(lines)), "added at line " + i);
        }
    }

    @Test
    void anOlderHeadIsSeenByWhoeverKnowsANewerOne() throws Exception {
        LedgerInMemory cut = new LedgerInMemory();
        ledger.append(
                cut,
                List.of(
                        Entry.of("admitted", NOON, Map.of("submission", id(1).toString())),
                        release(1).entry(NOON)));
        byte[] file = write(cut);
        // By itself it is a ledger as it once stood.
        assertThat(verify(file, Witnesses.NONE).head().size()).isEqualTo(2);
        String newest = records.newestCheckpoint().orElseThrow();
        assertThatThrownBy(() -> verify(file, new Witnesses(List.of(), List.of(newest))))
                .isInstanceOfSatisfying(
                        LedgerRefusedException.class, e -> assertThat(e.code()).isEqualTo("cut-off"));
        assertThatThrownBy(() -> verify(file, new Witnesses(List.of(receipts.get(0)), List.of())))
                .isInstanceOfSatisfying(
                        LedgerRefusedException.class, e -> assertThat(e.code()).isEqualTo("cut-off"));
    }

    @Test
    void aForkIsSeenByWhoeverKnowsTheOtherBranch() throws Exception {
        LedgerInMemory fork = new LedgerInMemory();
        ledger.append(fork, List.of(release(1).entry(NOON), release(2).entry(NOON)));
        String other = fork.newestCheckpoint().orElseThrow();
        assertThatThrownBy(() -> verify(export, new Witnesses(List.of(), List.of(other))))
                .isInstanceOfSatisfying(
                        LedgerRefusedException.class, e -> assertThat(e.code()).isEqualTo("forked"));
    }

    @Test
    void theStoryMustBePossible() throws Exception {
        refusedStory("gap", List.of(release(1).entry(NOON), release(3).entry(NOON)));
        refusedStory("gap", List.of(release(2).entry(NOON)));
        Release twice = new Release(FORCE, 2, id(1), Sha256.of());
        refusedStory("released-twice", List.of(release(1).entry(NOON), twice.entry(NOON)));
        refusedStory("not-released", List.of(Entry.of("delivered", NOON, Map.of("submission", id(1).toString()))));
        Bytes receipt = receipt(1, "");
        refusedStory("not-released", List.of(new ReceiptTaken(FORCE, id(1), true, receipt.sha256()).entry(NOON)));
        refusedStory(
                "not-released",
                List.of(
                        release(1).entry(NOON),
                        new ReceiptTaken(new ForceId("another"), id(1), true, receipt.sha256()).entry(NOON)));
    }

    private void refusedStory(String code, List<Entry> story) throws Exception {
        LedgerInMemory other = new LedgerInMemory();
        other.keepReceipt(receipt(1, ""));
        ledger.append(other, story);
        byte[] file = write(other);
        assertThatThrownBy(() -> verify(file, Witnesses.NONE))
                .isInstanceOfSatisfying(
                        LedgerRefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void aReceiptThatIsGoneFromTheStoreStopsTheExport() {
        LedgerInMemory other = new LedgerInMemory();
        ledger.append(
                other, List.of(release(1).entry(NOON), new ReceiptTaken(FORCE, id(1), true, Sha256.of()).entry(NOON)));
        assertThatThrownBy(() -> write(other)).isInstanceOf(LedgerRefusedException.class);
        assertThatThrownBy(() -> write(new LedgerInMemory())).isInstanceOf(LedgerRefusedException.class);
    }

    /** A forger writes the closing line anew. */
    private static List<String> recounted(List<String> lines) {
        List<String> result = new ArrayList<>(lines);
        int end = result.size() - 1;
        if (result.get(end).startsWith("end ")) {
            result.set(end, "end " + count(result, "entry ") + " " + count(result, "receipt "));
        }
        return result;
    }

    private static long count(List<String> lines, String word) {
        return lines.stream().filter(line -> line.startsWith(word)).count();
    }
}
