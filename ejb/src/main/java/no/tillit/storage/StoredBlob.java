package no.tillit.storage;

import java.util.Arrays;

/**
 * What the row keeps of a blob, and a later read compares with the file.
 *
 * @param plaintextLength bytes that were written
 * @param ciphertextLength bytes of the blob
 * @param sha256 of the list of its segments' SHA-256, which ends the blob: fixity can be checked without a key, and of a
 *     part alone
 */
public record StoredBlob(BlobId id, long plaintextLength, long ciphertextLength, byte[] sha256) {
    public StoredBlob {
        sha256 = sha256.clone();
    }

    @Override
    public byte[] sha256() {
        return sha256.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredBlob that
                && id.equals(that.id)
                && plaintextLength == that.plaintextLength
                && ciphertextLength == that.ciphertextLength
                && Arrays.equals(sha256, that.sha256);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "StoredBlob[" + id.value() + ", " + ciphertextLength + " bytes]";
    }
}
