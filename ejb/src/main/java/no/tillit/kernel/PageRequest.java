package no.tillit.kernel;

/**
 * Which page of a list is asked for.
 *
 * @param page from 0
 * @param size 1 to {@value #MAX_SIZE}
 */
public record PageRequest(int page, int size) {
    /** The most that one page holds. */
    public static final int MAX_SIZE = 200;

    public PageRequest {
        if (page < 0 || page > 1_000_000) {
            throw new InvalidInput("page-out-of-range", "page", "Ask for a page from 0 to 1000000.");
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new InvalidInput("size-out-of-range", "size", "Ask for 1 to 200 on a page.");
        }
    }

    /** How many rows come before this page. */
    public int offset() {
        return Math.multiplyExact(page, size);
    }
}
