package no.tillit.erasure.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import no.tillit.audit.OutsideWitness;
import no.tillit.erasure.DeletionJobId;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Settings;
import no.tillit.verifier.Checkpoint;
import no.tillit.verifier.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Who and what was erased: written before anything is destroyed, in the database {@code tillit_keys} and in a file, and
 * never changed (O-23). It commits by itself, whatever the caller's transaction does.
 */
@ApplicationScoped
public class ErasureRegister {
    private static final String INSERT = """
            INSERT INTO erasure_register (at, job_id, project_id, subject, kind, record_id) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final int PAGE = 500;
    private static final String WITNESSED = "erasures";

    @Resource(lookup = "java:jboss/datasources/TillitKeysDS")
    private DataSource source;

    @Inject
    private Settings settings;

    @Inject
    private @Nullable OutsideWitness witness;

    private @Nullable RegisterFile file;

    public ErasureRegister() {}

    ErasureRegister(DataSource source, RegisterFile file, OutsideWitness witness) {
        this(source, file);
        this.witness = witness;
    }

    @SuppressWarnings("NullAway")
    public ErasureRegister(DataSource source, RegisterFile file) {
        this.source = source;
        this.file = file;
    }

    private synchronized RegisterFile file() {
        if (file == null) {
            file = new RegisterFile(settings.path("tillit.register.file"));
        }
        return file;
    }

    /** Enters what is not there yet; both copies are on disk when this returns. */
    public void enter(Collection<RegisterEntry> entries) {
        List<RegisterEntry> added = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (RegisterEntry entry : entries) {
                    fill(insert, entry);
                    insert.addBatch();
                }
                int at = 0;
                int[] counts = insert.executeBatch();
                for (RegisterEntry entry : entries) {
                    if (counts[at++] == 1) {
                        added.add(entry);
                    }
                }
                if (!added.isEmpty()) {
                    file().append(added);
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new RegisterUnusable("The erasure register cannot be written: nothing is erased", e);
        }
    }

    /**
     * Makes both copies hold what either holds, as after the restore of one of them.
     *
     * @throws RegisterUnusable when one cannot be read or was tampered with
     */
    public void reconcile() {
        Set<String> inFile = new HashSet<>();
        List<RegisterEntry> chunk = new ArrayList<>();
        file().read(entry -> {
            inFile.add(entry.toLine());
            chunk.add(entry);
            if (chunk.size() == PAGE) {
                addToDatabase(chunk);
                chunk.clear();
            }
        });
        addToDatabase(chunk);
        List<RegisterEntry> missing = new ArrayList<>();
        read(entry -> {
            if (!inFile.contains(entry.toLine())) {
                missing.add(entry);
            }
        });
        if (!missing.isEmpty()) {
            file().append(missing);
        }
        compareWithWitness();
    }

    /** Has it witnessed outside how far the register has come; to be called before anything is destroyed on the strength of it. */
    public void beWitnessed() {
        RegisterFile.Head head = file().head(0);
        if (witness != null && head.entries() > 0) {
            witness.keep(WITNESSED, head.entries(), Hash.of(HexFormat.of().parseHex(head.hash())));
        }
    }

    /** Both copies may be old: the register file was forgotten, say, and the key database is yesterday's. */
    private void compareWithWitness() {
        Checkpoint known = witness == null ? null : witness.last(WITNESSED).orElse(null);
        if (known == null) {
            return;
        }
        RegisterFile.Head head = file().head(known.size());
        if (head.entries() < known.size()
                || !Hash.of(HexFormat.of().parseHex(head.then())).equals(known.root())) {
            throw new RegisterUnusable(
                    "The erasure register has " + head.entries()
                            + " entries, and is not the one that the folder of checkpoints"
                            + " has seen with " + known.size()
                            + ". Whoever was erased since would be readable again. Put the"
                            + " newest copy of the register file back, see docs/operations/backup.md",
                    null);
        }
    }

    private void addToDatabase(List<RegisterEntry> entries) {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (RegisterEntry entry : entries) {
                fill(insert, entry);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new RegisterUnusable("The erasure register cannot be brought up to date", e);
        }
    }

    /** Gives every entry of the database to {@code use}, oldest first, page by page. */
    public void read(Consumer<RegisterEntry> use) {
        long after = 0;
        List<RegisterEntry> page = new ArrayList<>();
        do {
            page.clear();
            after = page(after, page);
            page.forEach(use);
        } while (!page.isEmpty());
    }

    /** How many entries a job has, and the number of its last: the certificate names them. */
    public Evidence evidence(DeletionJobId job) {
        String sql = "SELECT count(*), min(seq), max(seq) FROM erasure_register WHERE job_id = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, job.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Evidence(row.getLong(1), row.getLong(2), row.getLong(3));
            }
        } catch (SQLException e) {
            throw new RegisterUnusable("The erasure register cannot be read", e);
        }
    }

    /** A job's lines in the register. */
    public record Evidence(long entries, long first, long last) {}

    private long page(long after, List<RegisterEntry> page) {
        String sql = "SELECT * FROM erasure_register WHERE seq > ? ORDER BY seq LIMIT " + PAGE;
        long last = after;
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, after);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last = row.getLong("seq");
                    page.add(entry(row));
                }
            }
            return last;
        } catch (SQLException e) {
            throw new RegisterUnusable("The erasure register cannot be read", e);
        }
    }

    private static RegisterEntry entry(ResultSet row) throws SQLException {
        UUID subject = row.getObject("subject", UUID.class);
        return new RegisterEntry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new DeletionJobId(row.getObject("job_id", UUID.class)),
                new ProjectId(row.getObject("project_id", UUID.class)),
                subject == null ? null : new ParticipantId(subject),
                row.getString("kind"),
                row.getObject("record_id", UUID.class));
    }

    private static void fill(PreparedStatement insert, RegisterEntry entry) throws SQLException {
        insert.setObject(1, entry.at().atOffset(ZoneOffset.UTC));
        insert.setObject(2, entry.job().value());
        insert.setObject(3, entry.project().value());
        insert.setObject(4, entry.subject() == null ? null : entry.subject().value());
        insert.setString(5, entry.kind());
        insert.setObject(6, entry.record());
    }
}
