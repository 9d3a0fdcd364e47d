package no.tillit.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import no.tillit.verifier.ExportReader.Line;
import no.tillit.verifier.Finding.Kind;
import no.tillit.verifier.Seals.Signed;
import org.jspecify.annotations.Nullable;

/**
 * An export is the log that was signed, or the first entry that is not is named. Every entry is hashed again and compared
 * with its leaf, the tree is grown from the leaves, and its root compared with every checkpoint on the way. Needs a few
 * kilobytes, whatever the length of the log, and one line for each checkpoint.
 */
public final class Verification {
    private final Seals seals;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final NavigableMap<Long, List<Signed>> waiting = new TreeMap<>();
    private final GrowingTree tree = new GrowingTree();
    private final LongConsumer progress;
    private long first;
    private long end;
    private long size;
    private long entries;
    private long agreed;
    private boolean covered;
    private boolean lost;

    /**
     * @param key of the log; trusted
     * @param kept checkpoints from elsewhere, as signed notes, in any order
     * @param progress is told now and then how many entries have been looked at
     */
    public Verification(VerifierKey key, List<String> kept, LongConsumer progress) {
        this.seals = new Seals(key);
        this.progress = progress;
        kept.forEach(note -> found(seals.add(note, true)));
    }

    /**
     * What was found.
     *
     * @param first of the entries looked at
     * @param entries how many were looked at
     * @param size how many the log has
     * @param findings in the order in which they were met; empty when the log stands as it was signed
     * @param notes what else there is to know: restores, checkpoints that lie outside of the export
     */
    public record Result(long first, long entries, long size, List<Finding> findings, List<String> notes) {
        /** What comes first: entries before signatures, lower places before higher. */
        public @Nullable Finding worst() {
            return findings.stream()
                    .min(java.util.Comparator.<Finding>comparingInt(f -> f.entry() < 0 ? 1 : 0)
                            .thenComparingLong(Finding::entry))
                    .orElse(null);
        }
    }

    /** @throws IOException when the file cannot be read; one that is damaged is a finding */
    public Result of(ExportReader export) throws IOException {
        try {
            begin(export);
            for (Line line = export.next(); line != null; line = export.next()) {
                take(line);
            }
            finish();
        } catch (ExportReader.Damaged damaged) {
            found(new Finding(Kind.DAMAGED, -1, "Line " + export.number() + ": " + damaged.getMessage() + "."));
        }
        return new Result(first, entries, size, List.copyOf(findings), List.copyOf(notes));
    }

    private void begin(ExportReader export) throws IOException {
        Line format = next(export, ExportWriter.FORMAT);
        if (!format.text(1).equals(ExportWriter.VERSION)) {
            throw new ExportReader.Damaged("written by a newer version");
        }
        next(export, "log");
        Line range = next(export, "range");
        first = range.number(1);
        end = range.number(2);
        size = range.number(3);
        agreed = first;
    }

    private static Line next(ExportReader export, String kind) throws IOException {
        Line line = export.next();
        if (line == null || !line.kind().equals(kind)) {
            throw new ExportReader.Damaged("not an export of the log");
        }
        return line;
    }

    private void take(Line line) throws IOException {
        switch (line.kind()) {
            case "before", "after" -> {
                if (line.kind().equals("after") && tree.size() < end) {
                    gap(end);
                }
                grow(line);
            }
            case "restore" -> found(seals.addRestore(line.note(1)));
            case "checkpoint" -> found(seals.add(line.note(1), false));
            case "entry" -> entry(line);
            case "missing" -> {
                missing(line.number(1), line.number(1));
                append(line.number(1), line.hash(2));
            }
            default -> throw new ExportReader.Damaged("an unknown kind of line");
        }
        meetCheckpoints();
    }

    private void grow(Line line) throws ExportReader.Damaged {
        if (lost) {
            return;
        }
        try {
            tree.append(line.subtree());
        } catch (IllegalArgumentException e) {
            throw new ExportReader.Damaged("a subtree that does not fit here");
        }
    }

    private void entry(Line line) throws ExportReader.Damaged {
        long place = line.number(1);
        LogEntry entry = line.entry();
        Hash leaf = line.hash(15);
        if (!entry.leaf().equals(leaf)) {
            found(new Finding(
                    Kind.CHANGED, place, "Entry " + place + " is not the one that was written in its place."));
        }
        append(place, leaf);
        if (++entries % 50_000 == 0) {
            progress.accept(entries);
        }
    }

    private void append(long place, Hash leaf) {
        long expected = lost ? place : tree.size();
        if (place > expected) {
            gap(place);
        } else if (place < expected) {
            found(new Finding(Kind.OUT_OF_PLACE, place, "Place " + place + " is taken twice, or out of order."));
            lost = true;
        }
        if (!lost) {
            tree.append(leaf);
        }
    }

    private void gap(long next) {
        missing(tree.size(), next - 1);
        lost = true;
    }

    private void missing(long from, long to) {
        found(new Finding(
                Kind.MISSING,
                from,
                from == to ? "Entry " + from + " is gone." : "The entries " + from + " to " + to + " are gone."));
    }

    private void meetCheckpoints() {
        for (Signed signed : seals.takeNew()) {
            waiting.computeIfAbsent(signed.checkpoint().size(), s -> new ArrayList<>())
                    .add(signed);
        }
        while (!waiting.isEmpty() && waiting.firstKey() <= tree.size() && !lost) {
            long due = waiting.firstKey();
            List<Signed> met = waiting.remove(due);
            if (due == tree.size() && due >= first) {
                met.forEach(this::compare);
            } else {
                notes.add("A checkpoint over " + due + " entries lies outside of what was exported.");
            }
        }
    }

    private void compare(Signed signed) {
        Checkpoint checkpoint = signed.checkpoint();
        if (tree.root().equals(checkpoint.root())) {
            agreed = checkpoint.size();
            covered |= checkpoint.size() >= end;
        } else if (!explained(checkpoint)) {
            String where = "between " + agreed + " and " + (checkpoint.size() - 1);
            found(
                    signed.kept()
                            ? new Finding(
                                    Kind.TWO_HISTORIES,
                                    agreed,
                                    "This is not the history of which the checkpoint over " + checkpoint.size()
                                            + " entries was signed: the first entry that differs lies " + where + ".")
                            : new Finding(
                                    Kind.REWRITTEN,
                                    agreed,
                                    "What was signed over " + checkpoint.size()
                                            + " entries does not fit them: the first bad entry lies " + where + "."));
        }
    }

    private boolean explained(Checkpoint checkpoint) {
        RestoreStatement restore = seals.restoreThatLost(checkpoint);
        if (restore == null) {
            return false;
        }
        notes.add("The checkpoint over " + checkpoint.size()
                + " entries is from before a restore that was acknowledged: from" + " entry " + restore.kept()
                + " on it speaks of entries that are lost.");
        return true;
    }

    private void finish() {
        if (tree.size() < end && !lost) {
            gap(end);
        }
        waiting.values()
                .forEach(later -> later.forEach(signed -> {
                    Checkpoint checkpoint = signed.checkpoint();
                    if (checkpoint.size() > size && !explained(checkpoint)) {
                        found(new Finding(
                                Kind.CUT,
                                size,
                                "The log ends after " + size + " entries, but a checkpoint over " + checkpoint.size()
                                        + " was signed: those from " + size + " on are gone."));
                    } else if (checkpoint.size() <= size && !lost) {
                        notes.add("A checkpoint over " + checkpoint.size()
                                + " entries lies outside of what was exported.");
                    }
                }));
        if (!covered && findings.isEmpty()) {
            found(new Finding(Kind.UNSIGNED, -1, "No checkpoint of the key covers what was exported."));
        }
    }

    private void found(@Nullable Finding finding) {
        if (finding != null && findings.size() < 100) {
            findings.add(finding);
        }
    }
}
