package no.tillit.audit;

import java.time.Instant;
import java.util.Base64;
import no.tillit.verifier.Checkpoint;
import no.tillit.verifier.Hash;
import no.tillit.verifier.SignedNote;

/**
 * A checkpoint that was signed. The moment stands beside it and is not part of what is signed.
 *
 * @param history 0, and one more after each acknowledged restore from a backup
 * @param size how many entries it covers
 * @param root the tree's root over them, in base64
 * @param note the signed note, as it is kept and handed out
 */
public record SealedCheckpoint(int history, long size, String root, Instant signedAt, String note) {
    /** What the note says. */
    public Checkpoint checkpoint() {
        return Checkpoint.parse(SignedNote.parse(note).text());
    }

    /** The root as a hash. */
    public Hash rootHash() {
        return Hash.of(Base64.getDecoder().decode(root));
    }
}
