package no.tillit.kernel;

import java.util.List;

/**
 * One page of a list that the database has filtered, sorted and cut.
 *
 * @param items what stands on this page
 * @param page the page's number, from 0
 * @param size how many a page holds, 1 to 200
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {
    public Page {
        items = List.copyOf(items);
    }

    /** How many pages there are; at least one. */
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}
