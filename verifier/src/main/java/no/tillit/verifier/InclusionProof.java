package no.tillit.verifier;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * That one entry stands in the log, in a file of its own (https://c2sp.org/tlog-proof): the entry as it was hashed in the line
 * {@code extra}, its place, the hashes that lead to the root, and the checkpoint that signs the root.
 */
public record InclusionProof(byte[] entry, long place, List<Hash> hashes, String checkpoint) {
    private static final String FIRST = "c2sp.org/tlog-proof@v1";

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** @throws IllegalArgumentException when the text is no such proof */
    public static InclusionProof parse(String text) {
        int blank = text.indexOf("\n\n");
        String[] lines = blank < 0 ? new String[0] : text.substring(0, blank).split("\n", -1);
        if (lines.length < 3
                || !lines[0].equals(FIRST)
                || !lines[1].startsWith("extra ")
                || !lines[2].startsWith("index ")) {
            throw new IllegalArgumentException("not a proof that an entry stands in the log");
        }
        List<Hash> hashes = new ArrayList<>();
        for (int i = 3; i < lines.length; i++) {
            hashes.add(Hash.ofBase64(lines[i]));
        }
        return new InclusionProof(
                Base64.getDecoder().decode(lines[1].substring("extra ".length())),
                Long.parseLong(lines[2].substring("index ".length())),
                hashes,
                text.substring(blank + 2));
    }

    /** Whether the key vouches for the checkpoint, and the checkpoint for the entry. */
    public boolean holds(VerifierKey key) {
        SignedNote note = SignedNote.parse(checkpoint);
        Checkpoint signed = Checkpoint.parse(note.text());
        return (signed.origin().equals(key.name()) || signed.origin().startsWith(key.name() + "/restored-"))
                && note.check(key.named(signed.origin())) == SignedNote.Check.SIGNED
                && Proofs.includes(Hash.leaf(entry), place, signed.size(), signed.root(), hashes);
    }

    /** The file. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(FIRST + "\nextra ")
                .append(Base64.getEncoder().encodeToString(entry))
                .append("\nindex ")
                .append(place)
                .append('\n');
        hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
