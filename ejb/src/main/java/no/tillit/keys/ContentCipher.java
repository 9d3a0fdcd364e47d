package no.tillit.keys;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;

/**
 * Content of any size, one segment at a time: {@code suite (1) | Tink AES256-GCM-HKDF stream} in segments of 1 MiB.
 *
 * <p>Guarantees that no byte of a segment is released before the segment is authenticated, that segments cannot be
 * changed, swapped, left out or cut, and that nothing opens with another key or other associated data. A reader of a
 * range is told of damage only in the segments it reads. Hides content, not length.
 */
@ApplicationScoped
public class ContentCipher {
    /** AES256-GCM-HKDF-SHA256, segments of 1 MiB, their hashes behind them. Another number means another format. */
    public static final byte SUITE = 2;

    /** Bytes of ciphertext in a full segment, suite byte and Tink's header counted in the first. */
    public static final int SEGMENT = 1 << 20;

    /** Bytes in front of the first segment's ciphertext: suite and Tink's header. */
    public static final int HEADER = 1 + 40;

    /** Bytes that authentication adds to each segment. */
    public static final int TAG = 16;

    /** Bytes of plaintext in the first segment, when it is full. */
    public static final int FIRST = SEGMENT - HEADER - TAG;

    /** Bytes of plaintext in each later segment, when it is full. */
    public static final int NEXT = SEGMENT - TAG;

    private static final int KEY = 32;
    private static final int SUITE_LENGTH = 1;

    /** Encrypts one new content, from its first segment to its last. */
    public SegmentSealer sealing(DocumentKey key, AssociatedData place) {
        try {
            return new SegmentSealer(cipher(key).newStreamSegmentEncrypter(bound(place)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    /**
     * Decrypts segments of one content, in any order.
     *
     * @param header its first {@link #HEADER} bytes
     * @throws Tampered when they are no header of this suite
     */
    public SegmentOpener opening(DocumentKey key, AssociatedData place, byte[] header) {
        if (header.length != HEADER || header[0] != SUITE) {
            throw new Tampered("Content is of an unknown suite");
        }
        try {
            return new SegmentOpener(cipher(key).newStreamSegmentDecrypter(), header, bound(place));
        } catch (GeneralSecurityException e) {
            throw new Tampered("Content does not open", e);
        }
    }

    private static byte[] bound(AssociatedData place) {
        return AssociatedData.of("tillit content stream")
                .and(SUITE)
                .and(place.bytes())
                .bytes();
    }

    private static AesGcmHkdfStreaming cipher(DocumentKey key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key.secret().live(), "HmacSha256", KEY, SEGMENT, SUITE_LENGTH);
    }
}
