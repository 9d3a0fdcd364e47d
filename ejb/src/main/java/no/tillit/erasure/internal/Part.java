package no.tillit.erasure.internal;

/**
 * What one thread of a run erases.
 *
 * @param from the lowest order of the steps whose records these are
 * @param to the highest
 * @param number from 0
 * @param of how many there are
 */
public record Part(int from, int to, int number, int of) {
    /** Everything, for a run with one thread. */
    public static final Part ALL = new Part(0, Integer.MAX_VALUE, 0, 1);
}
