package no.tillit.system.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import no.tillit.launcher.RunningStack;
import no.tillit.system.Stack;

/** What a backup of rows and content holds about one participant, and what restoring it brings back. */
final class Backup {
    /** Each table with the rows of the participant; parents before children. */
    private static final List<String[]> ROWS = List.of(
            new String[] {"participant", "id = '%s'"},
            new String[] {"contact", "participant_id = '%s'"},
            new String[] {"consent", "participant_id = '%s'"},
            new String[] {
                "consent_decision", "consent_id IN (SELECT id FROM public.consent WHERE participant_id = '%s')"
            },
            new String[] {"document", "id IN (SELECT document_id FROM public.document_share WHERE subject_id = '%s')"},
            new String[] {"document_share", "subject_id = '%s'"});

    private final String participant;
    private final Path blobs = Stack.get().data().resolve("blobs");
    private final Path copy;

    private Backup(String participant, Path copy) {
        this.participant = participant;
        this.copy = copy;
    }

    static Backup of(String participant) {
        try {
            var backup = new Backup(participant, Files.createTempDirectory("tillit-backup-"));
            copyTree(backup.blobs, backup.copy);
            backup.run("DROP SCHEMA IF EXISTS backup CASCADE", "CREATE SCHEMA backup");
            for (String[] rows : ROWS) {
                backup.run("CREATE TABLE backup." + rows[0] + " AS SELECT * FROM public." + rows[0] + " WHERE "
                        + rows[1].formatted(participant));
            }
            return backup;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts rows and content back as they were. */
    void restore() {
        try {
            copyTree(copy, blobs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run("DELETE FROM public.participant WHERE id = '" + participant + "'");
        for (String[] rows : ROWS) {
            run("INSERT INTO public." + rows[0] + " SELECT * FROM backup." + rows[0]);
        }
        run("DROP SCHEMA backup CASCADE");
        RunningStack.deleteTree(copy);
    }

    /** How many rows the participant has in this table. */
    long rows(String table) {
        for (String[] rows : ROWS) {
            if (rows[0].equals(table)) {
                return Backup.count(
                        "SELECT count(*) FROM public." + table + " WHERE " + rows[1].formatted(participant));
            }
        }
        throw new IllegalArgumentException(table);
    }

    static long count(String query) {
        try (Connection connection = Stack.get().database("tillit");
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String... statements) {
        try (Connection connection = Stack.get().database("tillit");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies what is not there yet. */
    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!Files.exists(target)) {
                    Files.copy(path, target);
                }
            }
        }
    }
}
