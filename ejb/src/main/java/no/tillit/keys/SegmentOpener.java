package no.tillit.keys;

import com.google.crypto.tink.subtle.StreamSegmentDecrypter;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** Decrypts segments of one content, each by its number. Made by {@link ContentCipher#opening}. */
public final class SegmentOpener {
    private final StreamSegmentDecrypter decrypter;

    SegmentOpener(StreamSegmentDecrypter decrypter, byte[] header, byte[] associatedData)
            throws GeneralSecurityException {
        this.decrypter = decrypter;
        decrypter.init(ByteBuffer.wrap(header, 1, header.length - 1), associatedData);
    }

    /**
     * Decrypts one segment.
     *
     * @param segment its bytes as they are stored, for the first with the header in front
     * @param length how many of them
     * @param number from 0
     * @param last whether the content ends with it
     * @return how many bytes of {@code into} are plaintext, every one authentic
     * @throws Tampered when it was changed, is not the one with this number, or belongs elsewhere
     */
    public int open(byte[] segment, int length, int number, boolean last, byte[] into) {
        int from = number == 0 ? ContentCipher.HEADER : 0;
        if (length < from + ContentCipher.TAG) {
            throw new Tampered("A segment is too short");
        }
        ByteBuffer out = ByteBuffer.wrap(into);
        try {
            decrypter.decryptSegment(ByteBuffer.wrap(segment, from, length - from), number, last, out);
            return out.position();
        } catch (GeneralSecurityException e) {
            throw new Tampered("Content was changed, cut, or is not in its place", e);
        }
    }
}
