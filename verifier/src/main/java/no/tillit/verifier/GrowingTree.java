package no.tillit.verifier;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962 while it grows at its right edge. Keeps the roots of its complete subtrees only, at most one
 * of each height, so a tree of any size fits in a few hundred bytes.
 */
public final class GrowingTree {
    /** The root of a complete subtree of {@code 2^height} leaves. */
    public record Subtree(int height, Hash root) {}

    private final List<Subtree> complete = new ArrayList<>();
    private long size;

    /** Adds a leaf at the end. */
    public void append(Hash leaf) {
        append(new Subtree(0, leaf));
    }

    /**
     * Adds a complete subtree at the end.
     *
     * @throws IllegalArgumentException when a subtree of this height cannot begin here
     */
    public void append(Subtree next) {
        if (next.height() < 0 || next.height() > 62 || size % (1L << next.height()) != 0) {
            throw new IllegalArgumentException("a subtree of height " + next.height() + " cannot begin at " + size);
        }
        size = Math.addExact(size, 1L << next.height());
        Subtree grown = next;
        while (!complete.isEmpty() && complete.get(complete.size() - 1).height() == grown.height()) {
            Subtree left = complete.remove(complete.size() - 1);
            grown = new Subtree(grown.height() + 1, Hash.node(left.root(), grown.root()));
        }
        complete.add(grown);
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The root over all leaves so far. */
    public Hash root() {
        if (complete.isEmpty()) {
            return Hash.EMPTY;
        }
        Hash root = complete.get(complete.size() - 1).root();
        for (int i = complete.size() - 2; i >= 0; i--) {
            root = Hash.node(complete.get(i).root(), root);
        }
        return root;
    }

    /** The complete subtrees from left to right: all that another tree needs to grow on from here. */
    public List<Subtree> subtrees() {
        return List.copyOf(complete);
    }
}
