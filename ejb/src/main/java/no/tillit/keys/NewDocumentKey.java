package no.tillit.keys;

import java.util.List;

/**
 * A document key that was just made, with the shares to keep beside the document. Closing it closes the key.
 *
 * @param shares one for each subject; every one is needed to open the key again
 */
public record NewDocumentKey(DocumentKey key, List<WrappedShare> shares) implements AutoCloseable {
    public NewDocumentKey {
        shares = List.copyOf(shares);
    }

    @Override
    public void close() {
        key.close();
    }
}
