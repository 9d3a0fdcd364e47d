package no.tillit.scan;

import org.jspecify.annotations.Nullable;

/**
 * A page of a scanned form.
 *
 * @param place among the form's pages, from 1
 * @param printed which page its code says it is; null when that cannot be read
 * @param readable whether there is a picture of it
 * @param width of the picture, in pixels
 * @param turned by how many degrees, clockwise, it has to be turned to be read: 0, 180 when it stands on its head, 90 or 270
 *     when it lies on its side
 */
public record ScannedPage(
        ScannedPageId id, int place, @Nullable Integer printed, boolean readable, int width, int height, int turned) {
    /** Whether its picture lies on its side. */
    public boolean isOnItsSide() {
        return turned % 180 != 0;
    }
}
