package no.tillit.keys;

import com.google.crypto.tink.subtle.StreamSegmentEncrypter;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** Encrypts the segments of one content in their order; the last one ends it. Made by {@link ContentCipher#sealing}. */
public final class SegmentSealer {
    private final StreamSegmentEncrypter encrypter;
    private boolean begun;
    private boolean ended;

    SegmentSealer(StreamSegmentEncrypter encrypter) {
        this.encrypter = encrypter;
    }

    /**
     * Encrypts the next segment; the first has the header in front.
     *
     * @param length of the plaintext: full ({@link ContentCipher#FIRST}, then {@link ContentCipher#NEXT}) unless the last
     * @param into at least {@code length} and {@link ContentCipher#TAG} long, and for the first {@link
     *     ContentCipher#HEADER} more
     * @return how many bytes of {@code into} are ciphertext, from its beginning
     */
    public int seal(byte[] plaintext, int length, boolean last, byte[] into) {
        if (ended) {
            throw new IllegalStateException("the content has ended");
        }
        ByteBuffer out = ByteBuffer.wrap(into);
        if (!begun) {
            out.put(ContentCipher.SUITE).put(encrypter.getHeader());
            begun = true;
        }
        ended = last;
        try {
            encrypter.encryptSegment(ByteBuffer.wrap(plaintext, 0, length), last, out);
            return out.position();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a segment cannot be encrypted", e);
        }
    }
}
