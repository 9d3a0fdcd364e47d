package no.tillit.admin;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The role that owns the schema of one database: for the length of a migration, of a backup or of a restore, never for the
 * application.
 */
public record SchemaOwner(String database, String url, String user, String password, String migrations) {

    /**
     * Brings the database to this version's schema.
     *
     * @return how many migrations that took
     * @throws AdminFailure when it cannot be reached, or a migration fails; that one is rolled back then
     */
    public int migrate() {
        return migrateTo(MigrationVersion.LATEST);
    }

    /** As {@link #migrate}, but not beyond this version. */
    public int migrateTo(MigrationVersion version) {
        try {
            return Flyway.configure()
                    .target(version)
                    .dataSource(url, user, password)
                    .locations("classpath:" + migrations)
                    .connectRetries(2)
                    .failOnMissingLocations(true)
                    .validateMigrationNaming(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new AdminFailure("cannot migrate " + database + ": " + firstLine(e), e);
        }
    }

    /** The version of the schema there is; empty when there is none. */
    public Optional<MigrationVersion> version() {
        MigrationInfo current = Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:" + migrations)
                .load()
                .info()
                .current();
        return Optional.ofNullable(current).map(MigrationInfo::getVersion);
    }

    /** Takes everything out of the database again: only for what made the schema itself a moment before, and failed. */
    public void takeBack() {
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:" + migrations)
                .cleanDisabled(false)
                .load()
                .clean();
    }

    /** A connection as the owner, who sees every row. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static String firstLine(FlywayException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.lines().filter(line -> !line.isBlank()).findFirst().orElse(message);
    }

    @Override
    public String toString() {
        return database + " as " + user;
    }
}
