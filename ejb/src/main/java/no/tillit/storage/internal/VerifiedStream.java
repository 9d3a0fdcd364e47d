package no.tillit.storage.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import no.tillit.keys.Tampered;

/** Ciphertext that is hashed on its way, and refused at its end when it is not the one the row remembers. */
public final class VerifiedStream extends DigestInputStream {
    private final byte[] expected;
    private boolean verified;

    public VerifiedStream(InputStream ciphertext, byte[] expected) {
        super(ciphertext, sha256());
        this.expected = expected;
    }

    /** The plaintext of this ciphertext, which ends only when the ciphertext was verified to its end. */
    public InputStream around(InputStream plaintext) {
        return new FilterInputStream(plaintext) {
            @Override
            public int read() throws IOException {
                int read = in.read();
                return read < 0 ? end() : read;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = in.read(into, offset, length);
                return read < 0 ? end() : read;
            }

            private int end() throws IOException {
                verify();
                return -1;
            }
        };
    }

    private void verify() throws IOException {
        if (verified) {
            return;
        }
        transferTo(OutputStream.nullOutputStream());
        if (!MessageDigest.isEqual(getMessageDigest().digest(), expected)) {
            throw new Tampered("A blob is not the one that was written");
        }
        verified = true;
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
