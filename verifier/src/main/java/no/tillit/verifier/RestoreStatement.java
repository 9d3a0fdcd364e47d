package no.tillit.verifier;

/**
 * An operator's word, signed by the log, that a backup was restored: up to {@code kept} entries the log is the old one, what
 * the lost checkpoint had beyond them is gone, and a new history with a new name begins.
 *
 * @param origin the name of the new history, under which the statement is signed
 */
public record RestoreStatement(String origin, long kept, Hash keptRoot, Checkpoint lost) {
    /** The text that is signed. */
    public String text() {
        return origin + "\nkept " + kept + " " + keptRoot.base64() + "\nlost " + lost.origin() + " " + lost.size() + " "
                + lost.root().base64() + "\n";
    }

    /** @throws IllegalArgumentException when the text is no such statement */
    public static RestoreStatement parse(String text) {
        String[] lines = text.split("\n", -1);
        String[] kept = lines.length > 1 ? lines[1].split(" ", -1) : new String[0];
        String[] lost = lines.length > 2 ? lines[2].split(" ", -1) : new String[0];
        if (lines.length != 4
                || kept.length != 3
                || !kept[0].equals("kept")
                || lost.length != 4
                || !lost[0].equals("lost")) {
            throw new IllegalArgumentException("not a statement about a restore");
        }
        return new RestoreStatement(
                lines[0],
                Long.parseLong(kept[1]),
                Hash.ofBase64(kept[2]),
                new Checkpoint(lost[1], Long.parseLong(lost[2]), Hash.ofBase64(lost[3])));
    }
}
