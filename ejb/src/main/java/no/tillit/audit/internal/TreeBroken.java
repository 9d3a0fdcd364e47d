package no.tillit.audit.internal;

/** Somebody removed hashes of the tree: nothing is signed over what is left. */
public class TreeBroken extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    TreeBroken(String what) {
        super(what);
    }
}
