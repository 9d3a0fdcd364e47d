package no.tillit.keys;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.tillit.kernel.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A document key that was just made, with what is kept beside the document. Whoever made it closes it, which closes the key
 * and wipes the shares.
 *
 * <p>Before its row is kept, {@link DocumentKeys#settle} looks whether a subject's key has changed meanwhile.
 */
public final class NewDocumentKey implements AutoCloseable {
    /** What was wrapped, and under which of the subjects' keys. */
    record Wrapping(Map<SubjectId, UUID> under, List<WrappedShare> shares, byte @Nullable [] field) {}

    private final UUID id;
    private final DocumentKey key;
    private final byte[] drawn;
    private final @Nullable SealedBeside beside;
    private Wrapping wrapping;

    /** @param drawn the shares, one after the other in the order of their subjects; taken over */
    NewDocumentKey(UUID id, DocumentKey key, byte[] drawn, @Nullable SealedBeside beside, Wrapping wrapping) {
        this.id = id;
        this.key = key;
        this.drawn = drawn;
        this.beside = beside;
        this.wrapping = wrapping;
    }

    public DocumentKey key() {
        return key;
    }

    /** One for each subject; every one is needed to open the key again. */
    public List<WrappedShare> shares() {
        return wrapping.shares();
    }

    /** The ciphertext of the field that was to be sealed beside the shares. */
    public byte[] field() {
        return Objects.requireNonNull(wrapping.field(), "no field was sealed beside the shares")
                .clone();
    }

    UUID id() {
        return id;
    }

    @Nullable
    SealedBeside beside() {
        return beside;
    }

    Wrapping wrapping() {
        return wrapping;
    }

    void wrapped(Wrapping again) {
        wrapping = again;
    }

    /** The live array, for the length of one call. */
    byte[] drawn() {
        key.secret();
        return drawn;
    }

    @Override
    public void close() {
        Arrays.fill(drawn, (byte) 0);
        key.close();
    }

    @Override
    public String toString() {
        return "NewDocumentKey[redacted]";
    }
}
