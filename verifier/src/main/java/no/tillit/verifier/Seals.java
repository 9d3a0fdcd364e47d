package no.tillit.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tillit.verifier.Finding.Kind;
import org.jspecify.annotations.Nullable;

/** The checkpoints of one log that its key has vouched for, and what it said about restores. */
final class Seals {
    /** A checkpoint that the key signed; kept by somebody else, or part of the export. */
    record Signed(Checkpoint checkpoint, boolean kept) {}

    private final VerifierKey key;
    private final List<Signed> signed = new ArrayList<>();
    private final Map<String, Checkpoint> byNameAndSize = new HashMap<>();
    private final List<RestoreStatement> restores = new ArrayList<>();

    Seals(VerifierKey key) {
        this.key = key;
    }

    /** Takes a checkpoint in; says what is wrong with it, or null. */
    @Nullable
    Finding add(String text, boolean kept) {
        SignedNote note;
        try {
            note = SignedNote.parse(text);
        } catch (IllegalArgumentException e) {
            return new Finding(
                    Kind.FORGED, -1, "What should be a checkpoint is no signed note: " + e.getMessage() + ".");
        }
        Checkpoint checkpoint = Checkpoint.parseOrNull(note.text());
        if (checkpoint == null) {
            return new Finding(Kind.FORGED, -1, "A signed note is no checkpoint.");
        }
        Finding wrong = check(note, checkpoint.origin(), "The checkpoint over " + checkpoint.size() + " entries");
        if (wrong != null) {
            return wrong;
        }
        Checkpoint other = byNameAndSize.putIfAbsent(checkpoint.origin() + " " + checkpoint.size(), checkpoint);
        signed.add(new Signed(checkpoint, kept));
        return other == null || other.equals(checkpoint)
                ? null
                : new Finding(
                        Kind.TWO_HISTORIES,
                        -1,
                        "The log signed two different checkpoints over " + checkpoint.size() + " entries.");
    }

    /** Takes in what was said about a restore; says what is wrong with it, or null. */
    @Nullable
    Finding addRestore(String text) {
        try {
            SignedNote note = SignedNote.parse(text);
            RestoreStatement restore = RestoreStatement.parse(note.text());
            restores.add(restore);
            return check(note, restore.origin(), "The statement about a restore");
        } catch (IllegalArgumentException e) {
            return new Finding(Kind.FORGED, -1, "What should be a statement about a restore is none.");
        }
    }

    private @Nullable Finding check(SignedNote note, String origin, String what) {
        if (!origin.equals(key.name()) && !origin.matches("\\Q" + key.name() + "\\E/restored-[1-9][0-9]*")) {
            return new Finding(Kind.UNKNOWN_KEY, -1, what + " is of another log: " + origin + ".");
        }
        return switch (note.check(key.named(origin))) {
            case SIGNED -> null;
            case FORGED -> new Finding(Kind.FORGED, -1, what + " was not signed by the key it names.");
            case UNKNOWN_KEY ->
                new Finding(Kind.UNKNOWN_KEY, -1, what + " is signed by another key than the one given.");
        };
    }

    /** Those that came since the last call. */
    List<Signed> takeNew() {
        if (signed.isEmpty()) {
            return List.of();
        }
        List<Signed> fresh = List.copyOf(signed);
        signed.clear();
        return fresh;
    }

    /** The restore that explains why this checkpoint does not fit; null when none does. */
    @Nullable
    RestoreStatement restoreThatLost(Checkpoint checkpoint) {
        return restores.stream()
                .filter(restore -> !restore.origin().equals(checkpoint.origin())
                        && history(checkpoint.origin()) < history(restore.origin())
                        && checkpoint.size() > restore.kept()
                        && checkpoint.size() <= restore.lost().size())
                .findFirst()
                .orElse(null);
    }

    private int history(String origin) {
        return origin.equals(key.name()) ? 0 : Integer.parseInt(origin.substring(origin.lastIndexOf('-') + 1));
    }
}
