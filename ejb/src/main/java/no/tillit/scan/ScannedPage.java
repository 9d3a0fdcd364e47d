package no.tillit.scan;

import org.jspecify.annotations.Nullable;

/**
 * A page of a scanned form.
 *
 * @param place among the form's pages, from 1
 * @param printed which page its code says it is; null when that cannot be read
 * @param readable whether there is a picture of it
 * @param width of the picture, in pixels
 * @param turned by how many degrees it has to be turned to be read: 0, or 180 when it stands on its head
 */
public record ScannedPage(
        ScannedPageId id, int place, @Nullable Integer printed, boolean readable, int width, int height, int turned) {}
