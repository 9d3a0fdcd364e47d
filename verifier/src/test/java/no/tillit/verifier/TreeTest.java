package no.tillit.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import no.tillit.verifier.GrowingTree.Subtree;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees and proofs against the definitions of RFC 6962, and against the vectors that other implementations use. */
class TreeTest {
    /** The leaves and roots of the tests of Certificate Transparency (google/certificate-transparency, merkletree). */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    @DisplayName("roots are those of Certificate Transparency's own tests")
    void knownRoots() {
        GrowingTree tree = new GrowingTree();
        assertThat(tree.root()).isEqualTo(Hash.EMPTY);
        for (int i = 0; i < LEAVES.size(); i++) {
            tree.append(Hash.leaf(HexFormat.of().parseHex(LEAVES.get(i))));
            assertThat(tree.root()).hasToString(ROOTS.get(i));
        }
    }

    @Test
    @DisplayName("every proof in every small tree holds, and for no other place, size or root")
    void smallTrees() {
        List<Hash> leaves = leaves(40);
        StoredTree tree = new StoredTree(new Stored(leaves));
        for (int size = 1; size <= leaves.size(); size++) {
            Hash root = naive(leaves.subList(0, size));
            assertThat(tree.root(size)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                List<Hash> proof = tree.inclusion(index, size);
                assertThat(Proofs.includes(leaves.get(index), index, size, root, proof))
                        .isTrue();
                assertThat(Proofs.includes(leaves.get(index), (index + 1) % size, size, root, proof))
                        .isEqualTo(size == 1);
                assertThat(Proofs.includes(Hash.EMPTY, index, size, root, proof))
                        .isFalse();
            }
            for (int older = 1; older <= size; older++) {
                Hash before = naive(leaves.subList(0, older));
                List<Hash> proof = tree.consistency(older, size);
                assertThat(Proofs.consistent(older, before, size, root, proof)).isTrue();
                assertThat(Proofs.consistent(older, Hash.EMPTY, size, root, proof))
                        .isFalse();
                assertThat(Proofs.consistent(older, before, size, Hash.EMPTY, proof))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 66_049})
    @DisplayName("at the edges of stored subtrees the stored tree agrees with the growing one")
    void edges(int size) {
        List<Hash> leaves = leaves(size);
        GrowingTree growing = new GrowingTree();
        leaves.forEach(growing::append);
        StoredTree tree = new StoredTree(new Stored(leaves));

        assertThat(tree.root(size)).isEqualTo(growing.root());
        assertThat(tree.cover(0, size)).isEqualTo(growing.subtrees());
        for (int index : new int[] {0, 1, size / 2, size - 2, size - 1}) {
            assertThat(Proofs.includes(leaves.get(index), index, size, growing.root(), tree.inclusion(index, size)))
                    .isTrue();
            assertThat(Proofs.consistent(
                            index + 1, tree.root(index + 1), size, growing.root(), tree.consistency(index + 1, size)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 256, 300, 511, 512, 600})
    @DisplayName("a tree grows on from the subtrees before it, and by those after it")
    void slices(int from) {
        List<Hash> leaves = leaves(700);
        StoredTree tree = new StoredTree(new Stored(leaves));
        GrowingTree slice = new GrowingTree();
        tree.cover(0, from).forEach(slice::append);
        leaves.subList(from, 650).forEach(slice::append);
        assertThat(slice.root()).isEqualTo(tree.root(650));
        tree.cover(650, 700).forEach(slice::append);
        assertThat(slice.root()).isEqualTo(tree.root(700));
    }

    @Test
    @DisplayName("a subtree begins only where one of its height can")
    void misplaced() {
        GrowingTree tree = new GrowingTree();
        tree.append(Hash.EMPTY);
        assertThatThrownBy(() -> tree.append(new Subtree(1, Hash.EMPTY))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Hash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Hash.leaf(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)}))
                .toList();
    }

    /** RFC 6962, 2.1, word for word. */
    private static Hash naive(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(naive(leaves.subList(0, k)), naive(leaves.subList(k, leaves.size())));
    }

    /** As the database keeps it: the leaves, and complete subtrees of 256, 256², … of them. */
    private static final class Stored implements StoredTree.Hashes {
        private final List<List<Hash>> levels = new ArrayList<>();

        Stored(List<Hash> leaves) {
            levels.add(leaves);
            while (levels.get(levels.size() - 1).size() >= StoredTree.WIDTH) {
                List<Hash> below = levels.get(levels.size() - 1);
                levels.add(IntStream.range(0, below.size() / StoredTree.WIDTH)
                        .mapToObj(i -> naive(below.subList(i * StoredTree.WIDTH, (i + 1) * StoredTree.WIDTH)))
                        .toList());
            }
        }

        @Override
        public List<Hash> read(int level, long from, long to) {
            return levels.get(level).subList((int) from, (int) to);
        }
    }
}
