package no.tillit.verifier;

import java.util.Iterator;
import java.util.List;

/** Proofs are checked with nothing but the roots (RFC 9162, 2.1.3.2 and 2.1.4.2, which are those of RFC 6962). */
public final class Proofs {
    private Proofs() {}

    /** Whether the leaf stands at this index of the tree with this size and root. */
    public static boolean includes(Hash leaf, long index, long size, Hash root, List<Hash> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash computed = leaf;
        for (Hash sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                computed = Hash.node(sibling, computed);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                computed = Hash.node(computed, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && computed.equals(root);
    }

    /** Whether the older tree is the beginning of the newer. */
    public static boolean consistent(long older, Hash olderRoot, long newer, Hash newerRoot, List<Hash> proof) {
        if (older < 1 || older > newer) {
            return false;
        }
        if (older == newer) {
            return proof.isEmpty() && olderRoot.equals(newerRoot);
        }
        boolean whole = Long.bitCount(older) == 1;
        if (!whole && proof.isEmpty()) {
            return false;
        }
        Iterator<Hash> hashes = proof.iterator();
        long node = older - 1;
        long last = newer - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Hash first = whole ? olderRoot : hashes.next();
        Hash second = first;
        while (hashes.hasNext()) {
            Hash next = hashes.next();
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = Hash.node(next, first);
                second = Hash.node(next, second);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                second = Hash.node(second, next);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(olderRoot) && second.equals(newerRoot);
    }
}
