package no.tillit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.tillit.audit.internal.CheckpointRows;
import no.tillit.audit.internal.EntryRows;
import no.tillit.audit.internal.ExportStream;
import no.tillit.audit.internal.Exporting;
import no.tillit.audit.internal.LogName;
import no.tillit.audit.internal.ReadingTree;
import no.tillit.audit.internal.TreeRows;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.verifier.ExportReader;
import no.tillit.verifier.ExportWriter;
import no.tillit.verifier.Hash;
import no.tillit.verifier.InclusionProof;
import no.tillit.verifier.Verification;

/** What was signed, and the proofs for it. Asks no permission: {@code no.tillit.oversight} does. */
@ApplicationScoped
public class SealedLog {
    @Inject
    private ReadingTree tree;

    @Inject
    private LogName name;

    /** The furthest checkpoint; empty before the first. */
    public Optional<SealedCheckpoint> latest() {
        return tree.with(connection -> new CheckpointRows(connection).last());
    }

    /** Checkpoints, newest first. */
    public Page<SealedCheckpoint> page(PageRequest request) {
        return tree.with(connection -> {
            CheckpointRows rows = new CheckpointRows(connection);
            return new Page<>(
                    rows.page(request.size(), request.offset()), request.page(), request.size(), rows.count());
        });
    }

    /** The log's public key in text form, under the name of its first history. */
    public String key() {
        return name.key(0).toString();
    }

    /**
     * That the entry with this number stands in the log, by the first checkpoint that covers it; empty while none does.
     *
     * @param number the entry's, as {@link LoggedEntry#number()} has it
     */
    public Optional<InclusionProof> inclusion(long number) {
        String sql =
                "SELECT l.leaf_index, e.* FROM audit_entry e JOIN audit_leaf l ON l.entry_id = e.id WHERE e.id = ?";
        return tree.with(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setLong(1, number);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    long place = row.getLong(1);
                    byte[] entry = EntryRows.read(row).canonical();
                    return new CheckpointRows(connection)
                            .covering(place + 1)
                            .map(seal -> new InclusionProof(
                                    entry,
                                    place,
                                    new TreeRows(connection).tree().inclusion(place, seal.size()),
                                    seal.note()));
                }
            }
        });
    }

    /**
     * That the log of the newer size begins with the log of the older.
     *
     * @throws InvalidInput unless {@code 0 < older <= newer <= size of the log}
     */
    public List<Hash> consistency(long older, long newer) {
        return tree.with(connection -> {
            TreeRows rows = new TreeRows(connection);
            if (older < 1 || older > newer || newer > rows.size()) {
                throw new InvalidInput(
                        "sizes-out-of-range", "newer", "Ask for two sizes of the log, the older first and at least 1.");
            }
            return rows.tree().consistency(older, newer);
        });
    }

    /** Writes the log from one place up to another as far as it is signed, in bounded memory. Does not close the stream. */
    public void export(long first, long end, OutputStream to) throws IOException {
        Exporting exporting = new Exporting(tree, name.origin(0), first, end);
        ExportWriter writer = new ExportWriter(to);
        boolean more = true;
        while (more) {
            more = exporting.step(writer);
        }
    }

    /** Reads every signed entry again and compares it with what was signed; a minute or so for every million. */
    public Verification.Result check() throws IOException {
        String latest = latest().map(SealedCheckpoint::note).orElse(null);
        try (InputStream export = new ExportStream(new Exporting(tree, name.origin(0), 0, Long.MAX_VALUE))) {
            return new Verification(
                            name.key(0),
                            latest == null ? List.of() : List.of(Objects.requireNonNull(latest)),
                            entries -> {})
                    .of(new ExportReader(export));
        }
    }
}
