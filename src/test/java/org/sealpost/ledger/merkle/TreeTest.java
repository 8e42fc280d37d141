package org.sealpost.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sealpost.submission.Sha256;

class TreeTest {
    /** The reference inputs and roots that Certificate Transparency's implementations share. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final Map<String, Sha256> nodes = new HashMap<>();
    private final List<Sha256> leaves = new ArrayList<>();
    private final Frontier frontier = Frontier.empty();
    private final Subtrees subtrees = (level, index) -> {
        Sha256 node = nodes.get(level + "/" + index);
        if (node == null) {
            throw new IllegalStateException("no node " + level + "/" + index);
        }
        return node;
    };

    private void append(byte[] entry) {
        Sha256 leaf = TreeHash.leaf(entry);
        leaves.add(leaf);
        frontier.append(leaf, (level, index, hash) -> assertThat(nodes.put(level + "/" + index, hash))
                .isNull());
    }

    private void grow(int size) {
        while (leaves.size() < size) {
            append(("entry " + leaves.size()).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    /** MTH as RFC 6962, section 2.1, defines it. */
    private static Sha256 brute(List<Sha256> leaves) {
        if (leaves.isEmpty()) {
            return Sha256.of();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return TreeHash.node(brute(leaves.subList(0, split)), brute(leaves.subList(split, leaves.size())));
    }

    @Test
    void rootsAreThePublishedOnes() {
        assertThat(frontier.root()).hasToString(ROOTS.get(0));
        for (int i = 0; i < LEAVES.size(); i++) {
            append(HexFormat.of().parseHex(LEAVES.get(i)));
            assertThat(frontier.root()).hasToString(ROOTS.get(i + 1));
            assertThat(subtrees.root(i + 1)).hasToString(ROOTS.get(i + 1));
        }
    }

    @Test
    void proofsAreThePublishedOnes() {
        LEAVES.forEach(leaf -> append(HexFormat.of().parseHex(leaf)));
        assertThat(subtrees.inclusion(5, 8))
                .extracting(Sha256::toString)
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(subtrees.consistency(6, 8))
                .extracting(Sha256::toString)
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void everyRootIsTheDefinitions() {
        for (int size = 1; size <= 70; size++) {
            grow(size);
            assertThat(frontier.root()).isEqualTo(brute(leaves));
            assertThat(Frontier.of(subtrees, size).root()).isEqualTo(brute(leaves));
            assertThat(subtrees.root(size / 2)).isEqualTo(brute(leaves.subList(0, size / 2)));
        }
    }

    @Test
    void everyInclusionProofHoldsForItsLeafOnly() {
        grow(33);
        for (int size = 1; size <= 33; size++) {
            Sha256 root = subtrees.root(size);
            for (int index = 0; index < size; index++) {
                List<Sha256> path = subtrees.inclusion(index, size);
                for (int other = 0; other < size; other++) {
                    assertThat(Proofs.includes(leaves.get(index), other, size, path, root))
                            .isEqualTo(other == index);
                    assertThat(Proofs.includes(leaves.get(other), index, size, path, root))
                            .isEqualTo(other == index);
                }
                assertThat(Proofs.includes(leaves.get(index), index, size, longer(path), root))
                        .isFalse();
                if (!path.isEmpty()) {
                    List<Sha256> shorter = path.subList(0, path.size() - 1);
                    assertThat(Proofs.includes(leaves.get(index), index, size, shorter, root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everyConsistencyProofHoldsForItsTreesOnly() {
        grow(33);
        for (int second = 0; second <= 33; second++) {
            for (int first = 0; first <= second; first++) {
                List<Sha256> proof = subtrees.consistency(first, second);
                Sha256 older = subtrees.root(first);
                Sha256 newer = subtrees.root(second);
                Sha256 wrong = Sha256.of(new byte[] {7});
                assertThat(Proofs.consistent(first, older, second, newer, proof))
                        .isTrue();
                assertThat(Proofs.consistent(first, wrong, second, newer, proof))
                        .isFalse();
                assertThat(Proofs.consistent(first, older, second, newer, longer(proof)))
                        .isFalse();
                if (first > 0) {
                    assertThat(Proofs.consistent(first, older, second, wrong, proof))
                            .isFalse();
                }
                for (int i = 0; i < proof.size(); i++) {
                    List<Sha256> changed = new ArrayList<>(proof);
                    changed.set(i, wrong);
                    assertThat(Proofs.consistent(first, older, second, newer, changed))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void thereIsNoProofOfWhatIsNotThere() {
        grow(3);
        assertThatThrownBy(() -> subtrees.inclusion(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> subtrees.consistency(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Sha256> longer(List<Sha256> path) {
        List<Sha256> longer = new ArrayList<>(path);
        longer.add(Sha256.of());
        return longer;
    }
}
