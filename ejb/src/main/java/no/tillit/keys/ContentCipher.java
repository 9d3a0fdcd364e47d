package no.tillit.keys;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * Content of any size in constant memory: {@code suite (1) | Tink AES256-GCM-HKDF stream} in segments of 1 MiB.
 *
 * <p>Guarantees that no byte of a segment is released before the segment is authenticated, that segments cannot be
 * changed, swapped, left out or cut, and that nothing opens with another key or other associated data. A reader of a
 * range is told of damage only in the segments it reads. Hides content, not length.
 */
@ApplicationScoped
public class ContentCipher {
    /** AES256-GCM-HKDF-SHA256, segments of 1 MiB. Another number means another format. */
    public static final byte SUITE = 1;

    /** Bytes of ciphertext in a segment, the suite byte and Tink's header counted in the first. */
    public static final int SEGMENT = 1 << 20;

    /** Bytes of ciphertext for no plaintext at all: suite, Tink's header, one tag. */
    public static final int SHORTEST = 1 + 40 + 16;

    private static final int KEY = 32;
    private static final int AFTER_SUITE = 1;

    /** A stream that encrypts what is written to it; closing it ends the ciphertext and closes {@code out}. */
    public OutputStream encrypting(DocumentKey key, AssociatedData place, OutputStream out) throws IOException {
        out.write(SUITE);
        try {
            return aead(key).newEncryptingStream(out, bound(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM", e);
        }
    }

    /**
     * A stream of the plaintext.
     *
     * @param in the whole ciphertext, from its first byte
     */
    public InputStream decrypting(DocumentKey key, AssociatedData place, InputStream in) throws IOException {
        refuseUnknown(in.read());
        try {
            return new AuthenticatedStream(aead(key).newDecryptingStream(in, bound(place)));
        } catch (GeneralSecurityException e) {
            throw new Tampered("Content does not open", e);
        }
    }

    /** A stream of the plaintext from a position on, which decrypts only the segments it is asked for. */
    public InputStream decryptingFrom(DocumentKey key, AssociatedData place, SeekableByteChannel in, long position)
            throws IOException {
        ByteBuffer suite = ByteBuffer.allocate(1);
        refuseUnknown(in.position(0).read(suite) == 1 ? suite.get(0) : -1);
        try {
            SeekableByteChannel plain = aead(key).newSeekableDecryptingChannel(in, bound(place));
            return new AuthenticatedStream(Channels.newInputStream(plain.position(position)));
        } catch (IOException | GeneralSecurityException e) {
            throw new Tampered("Content does not open: its length is no ciphertext's", e);
        }
    }

    private static void refuseUnknown(int suite) {
        if (suite != SUITE) {
            throw new Tampered("Content is of an unknown suite");
        }
    }

    private static byte[] bound(AssociatedData place) {
        return AssociatedData.of("tillit content stream")
                .and(SUITE)
                .and(place.bytes())
                .bytes();
    }

    private static StreamingAead aead(DocumentKey key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key.secret().live(), "HmacSha256", KEY, SEGMENT, AFTER_SUITE);
    }

    /** Tells damage, which Tink reports as any other failed read, from a disk that fails. */
    private static final class AuthenticatedStream extends InputStream {
        private final InputStream plaintext;
        private @Nullable Tampered noticed;

        AuthenticatedStream(InputStream plaintext) {
            this.plaintext = plaintext;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (noticed != null) {
                throw noticed;
            }
            try {
                return plaintext.read(into, offset, length);
            } catch (IOException e) {
                if (e.getCause() instanceof GeneralSecurityException) {
                    noticed = new Tampered("Content was changed, cut, or is not in its place", e.getCause());
                    throw noticed;
                }
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            plaintext.close();
        }
    }
}
