package no.tillit.admin;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The role that may change the schema of one database, used for the length of a migration only. */
record SchemaOwner(String database, String url, String user, String password, String migrations) {

    int migrate() {
        try {
            return Flyway.configure()
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

    private static String firstLine(FlywayException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.lines().filter(line -> !line.isBlank()).findFirst().orElse(message);
    }

    @Override
    public String toString() {
        return database + " as " + user;
    }
}
