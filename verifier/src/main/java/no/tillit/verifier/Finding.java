package no.tillit.verifier;

/**
 * What is wrong with a log, and where it begins.
 *
 * @param entry the first bad entry's place, counted from 0; where only a range is known, its first; -1 when no entry is to blame
 * @param words one sentence
 */
public record Finding(Kind kind, long entry, String words) {
    /** What can be wrong. */
    public enum Kind {
        /** An entry is not the one that was written. */
        CHANGED,
        /** An entry was removed. */
        MISSING,
        /** An entry stands where another belongs, or twice. */
        OUT_OF_PLACE,
        /** Entries and tree fit each other, but not what was signed over them. */
        REWRITTEN,
        /** The log ends before what was signed. */
        CUT,
        /** The log signed two things that cannot both be true, or another history than this one. */
        TWO_HISTORIES,
        /** A checkpoint names the key, and the key did not sign it. */
        FORGED,
        /** A checkpoint is signed by another key or for another log. */
        UNKNOWN_KEY,
        /** No checkpoint of the key covers what was exported. */
        UNSIGNED,
        /** The export is not the file that was written: cut, or changed on its way. */
        DAMAGED;

        /** Whether it says something about signatures rather than about entries. */
        boolean isAboutSignatures() {
            return this == FORGED || this == UNKNOWN_KEY || this == UNSIGNED;
        }
    }
}
