package no.tillit.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tillit.verifier.GrowingTree.Subtree;

/**
 * Roots and proofs of a stored tree, at a cost that grows with the logarithm of its size. Stored are the leaves, and the
 * roots of complete subtrees of 256, 256², … leaves; what lies between is computed from at most 256 of them.
 */
public final class StoredTree {
    /** How many stored hashes make one of the next level. */
    public static final int WIDTH = 256;

    private static final int STEP = 8;

    /** Where the hashes are stored. */
    @FunctionalInterface
    public interface Hashes {
        /**
         * The stored hashes of a level from one index up to another: level 0 are the leaves, level n the roots of complete
         * subtrees of {@code 256^n} leaves.
         *
         * @throws IllegalStateException when one of them is not there
         */
        List<Hash> read(int level, long from, long to);
    }

    private record Tile(int level, long number, int width) {}

    private final Hashes hashes;
    private final Map<Tile, List<Hash>> read = new HashMap<>();

    public StoredTree(Hashes hashes) {
        this.hashes = hashes;
    }

    /** The root over the first {@code size} leaves. */
    public Hash root(long size) {
        return size == 0 ? Hash.EMPTY : root(0, size);
    }

    /**
     * The hashes that lead from a leaf to the root over the first {@code size} leaves (RFC 6962, 2.1.1).
     *
     * @throws IllegalArgumentException unless the leaf is one of them
     */
    public List<Hash> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " is not in a tree of " + size);
        }
        List<Hash> path = new ArrayList<>();
        path(index, 0, size, path);
        return path;
    }

    /**
     * The hashes that show that the tree of {@code older} leaves is the beginning of the one of {@code newer} (RFC 6962,
     * 2.1.2).
     *
     * @throws IllegalArgumentException unless {@code 0 < older <= newer}
     */
    public List<Hash> consistency(long older, long newer) {
        if (older < 1 || older > newer) {
            throw new IllegalArgumentException("a tree of " + older + " is no beginning of one of " + newer);
        }
        List<Hash> proof = new ArrayList<>();
        subproof(older, 0, newer, true, proof);
        return proof;
    }

    /** Complete subtrees that cover the leaves from one index up to another, left to right. */
    public List<Subtree> cover(long from, long to) {
        List<Subtree> cover = new ArrayList<>();
        long at = from;
        while (at < to) {
            int height = at == 0 ? 62 : Long.numberOfTrailingZeros(at);
            while (at + (1L << height) > to || at + (1L << height) < 0) {
                height--;
            }
            cover.add(new Subtree(height, complete(height, at >> height)));
            at += 1L << height;
        }
        return cover;
    }

    private void path(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + leftSize(to - from);
        if (index < middle) {
            path(index, from, middle, path);
            path.add(root(middle, to));
        } else {
            path(index, middle, to, path);
            path.add(root(from, middle));
        }
    }

    private void subproof(long older, long from, long to, boolean known, List<Hash> proof) {
        if (older == to - from) {
            if (!known) {
                proof.add(root(from, to));
            }
            return;
        }
        long left = leftSize(to - from);
        if (older <= left) {
            subproof(older, from, from + left, known, proof);
            proof.add(root(from + left, to));
        } else {
            subproof(older - left, from + left, to, false, proof);
            proof.add(root(from, from + left));
        }
    }

    /** The largest power of two that is smaller. */
    private static long leftSize(long size) {
        return Long.highestOneBit(size - 1);
    }

    private Hash root(long from, long to) {
        List<Subtree> cover = cover(from, to);
        Hash root = cover.get(cover.size() - 1).root();
        for (int i = cover.size() - 2; i >= 0; i--) {
            root = Hash.node(cover.get(i).root(), root);
        }
        return root;
    }

    private Hash complete(int height, long number) {
        int level = height / STEP;
        int above = height % STEP;
        List<Hash> row = stored(level, number << above, (number + 1) << above);
        while (row.size() > 1) {
            List<Hash> next = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                next.add(Hash.node(row.get(i), row.get(i + 1)));
            }
            row = next;
        }
        return row.get(0);
    }

    /** Reads the whole tile up to the last hash that is asked for, and remembers it. */
    private List<Hash> stored(int level, long from, long to) {
        long tile = from / WIDTH;
        int width = (int) (to - tile * WIDTH);
        List<Hash> known =
                read.computeIfAbsent(new Tile(level, tile, width), t -> hashes.read(level, tile * WIDTH, to));
        return known.subList((int) (from - tile * WIDTH), width);
    }
}
