package org.sealpost.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sealpost.ledger.merkle.Proofs;
import org.sealpost.ledger.merkle.Subtrees;
import org.sealpost.submission.Bytes;
import org.sealpost.submission.ForceId;
import org.sealpost.submission.Sha256;
import org.sealpost.submission.SubmissionId;

class SignedLedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");
    private final LedgerKey key = ExampleKeys.ledgerKey();
    private final SignedLedger ledger = new SignedLedger(ExampleKeys.ledgerSigner());
    private final LedgerInMemory records = new LedgerInMemory();

    private static Entry numbered(int number) {
        return Entry.of("admitted", NOON, Map.of("number", Integer.toString(number)));
    }

    private static Release release(long sequence) {
        return new Release(
                new ForceId("example-constabulary"),
                sequence,
                new SubmissionId(new UUID(7, sequence)),
                Sha256.of(new byte[] {(byte) sequence}));
    }

    @Test
    void everyEntryIsProvedWithThePublicKeyAlone() throws Exception {
        for (int size = 1; size <= 20; size++) {
            ledger.append(records, List.of(release(size).entry(NOON)));
            for (int index = 0; index < size; index++) {
                ReleaseProof proof =
                        ReleaseProof.parse(ledger.prove(records, index).text());
                assertThat(Release.of(proof.verify(key))).isEqualTo(release(index + 1));
                assertThat(proof.index()).isEqualTo(index);
            }
        }
    }

    @Test
    void noByteOfAProofCanBeChanged() throws Exception {
        ledger.append(
                records,
                IntStream.range(1, 7).mapToObj(i -> release(i).entry(NOON)).toList());
        byte[] proof = ledger.prove(records, 3).text().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < proof.length; i++) {
            for (int flip : new int[] {0x01, 0x20, 0x80}) {
                byte[] changed = proof.clone();
                changed[i] ^= (byte) flip;
                String text = new String(changed, StandardCharsets.UTF_8);
                assertThatThrownBy(() -> ReleaseProof.parse(text).verify(key))
                        .as("byte %d ^ %d", i, flip)
                        .isInstanceOf(LedgerRefusedException.class);
            }
        }
        String text = new String(proof, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ReleaseProof.parse(text + "\n")).isInstanceOf(LedgerRefusedException.class);
        assertThatThrownBy(() -> ReleaseProof.parse(text.replace("\n", "\r\n")))
                .isInstanceOf(LedgerRefusedException.class);
    }

    @Test
    void everyHeadContinuesTheOneBefore() throws Exception {
        Subtrees subtrees = (level, index) -> records.node(level, index).orElseThrow();
        Checkpoint before = null;
        for (int i = 1; i <= 12; i++) {
            ledger.append(
                    records,
                    IntStream.range(0, i).mapToObj(SignedLedgerTest::numbered).toList());
            Checkpoint now = SignedCheckpoint.parse(records.newestCheckpoint().orElseThrow())
                    .verify(key);
            assertThat(now.root()).isEqualTo(subtrees.root(now.size()));
            if (before != null) {
                List<Sha256> proof = subtrees.consistency(before.size(), now.size());
                assertThat(Proofs.consistent(before.size(), before.root(), now.size(), now.root(), proof))
                        .isTrue();
            }
            before = now;
        }
    }

    @Test
    void aRolledBackAppendIsForgotten() throws Exception {
        ledger.append(records, List.of(numbered(1), numbered(2), numbered(3)));
        LedgerInMemory rolledBack = records.copy();
        ledger.append(rolledBack, List.of(numbered(98), numbered(99)));
        ledger.append(records, List.of(numbered(4)));
        LedgerInMemory straight = new LedgerInMemory();
        new SignedLedger(ExampleKeys.ledgerSigner())
                .append(straight, List.of(numbered(1), numbered(2), numbered(3), numbered(4)));
        assertThat(records.newestCheckpoint()).isEqualTo(straight.newestCheckpoint());
    }

    @Test
    void aGatewayThatStartsAnewGoesOnWhereTheOtherStopped() {
        for (int i = 0; i < 9; i++) {
            new SignedLedger(ExampleKeys.ledgerSigner()).append(records, List.of(numbered(i)));
        }
        LedgerInMemory straight = new LedgerInMemory();
        ledger.append(
                straight,
                IntStream.range(0, 9).mapToObj(SignedLedgerTest::numbered).toList());
        assertThat(records.newestCheckpoint()).isEqualTo(straight.newestCheckpoint());
    }

    @Test
    void appendingReadsNothingThatItRemembers() {
        ledger.append(records, List.of(numbered(0)));
        for (int i = 1; i < 100; i++) {
            ledger.append(records, List.of(numbered(i)));
        }
        assertThat(records.nodesRead).isZero();
    }

    @Test
    void recordsThatDoNotMatchTheirCheckpointAreAFault() {
        ledger.append(records, List.of(numbered(0), numbered(1)));
        LedgerInMemory other = new LedgerInMemory();
        ledger.append(other, List.of(numbered(8), numbered(9)));
        LedgerInMemory tampered = records.copy();
        tampered.putHead(2, other.newestCheckpoint().orElseThrow());
        SignedLedger restarted = new SignedLedger(ExampleKeys.ledgerSigner());
        assertThatThrownBy(() -> restarted.append(tampered, List.of(numbered(2))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEntryHasOneWriting() throws Exception {
        Entry entry = Entry.of("admitted", NOON, Map.of("b", "2", "a", ""));
        String text = "{\"at\":\"2026-11-23T12:00:00.123Z\",\"event\":\"admitted\",\"facts\":{\"a\":\"\",\"b\":\"2\"}}";
        assertThat(EntryText.write(entry)).isEqualTo(text);
        assertThat(EntryText.read(text)).isEqualTo(entry);
        for (String other : List.of(
                text + " ",
                " " + text,
                text.replace(".123Z", ".1230Z"),
                text.replace("\"a\":\"\",\"b\":\"2\"", "\"b\":\"2\",\"a\":\"\""),
                text.replace("\"a\":\"\",", "\"a\":\"\", "),
                text.replace("\"a\":\"\",", "\"a\":\"\",\"a\":\"\","),
                text.replace("\"2\"", "2"),
                text.replace("\"2\"", "\"\\u0032\""),
                text.replace("\"2\"", "\"\u00b2\""),
                text.replace("admitted", "Admitted"),
                text.replace("}}", ",}}"))) {
            assertThatThrownBy(() -> EntryText.read(other)).as(other).isInstanceOf(LedgerRefusedException.class);
        }
        assertThatThrownBy(() -> EntryText.read(
                        Bytes.of((text.replace("2\"}", "\u0080\"}")).getBytes(StandardCharsets.ISO_8859_1))))
                .isInstanceOf(LedgerRefusedException.class);
    }

    @Test
    void contentDoesNotFitIntoAnEntry() {
        for (String value : List.of("x".repeat(201), "two\nlines", "Zo\u00eb", "a \"quote\"", "tab\t")) {
            assertThatThrownBy(() -> Entry.of("admitted", NOON, Map.of("note", value)))
                    .as(value)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(value);
        }
    }

    @Test
    void theSignerAndTheKeyBelongTogether() {
        String otherKey = "-----BEGIN PRIVATE KEY-----\n"
                + "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n";
        assertThatThrownBy(() -> LedgerSigner.of(key, otherKey)).isInstanceOf(LedgerRefusedException.class);
        assertThatThrownBy(() -> LedgerSigner.of(key, "nonsense")).isInstanceOf(LedgerRefusedException.class);
    }

    @Test
    void aPublishedNoteVerifiesWithItsPublishedKey() throws Exception {
        // The example of Go's golang.org/x/mod/sumdb/note: its key's id is computed the same way.
        assertThat(LedgerKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
                .hasToString("PeterNeumann+c74f20a3");
        assertThatThrownBy(() -> LedgerKey.parse("PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
                .isInstanceOf(LedgerRefusedException.class);
    }
}
