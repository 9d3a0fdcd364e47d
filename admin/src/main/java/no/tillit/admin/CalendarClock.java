package no.tillit.admin;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import no.tillit.kernel.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Nothing is erased while the clock is in doubt. After a long standstill, or a restore from an old backup, an operator looks at a
 * calendar and says that the clock is right.
 */
@Command(
        name = "clock",
        description = "Shows the clocks that deletions rest on, and confirms after a standstill that they are right.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the clocks are shown, or confirmed",
            "1:the clocks disagree, so nothing is confirmed, or the database cannot be reached",
            "2:wrong arguments"
        })
final class CalendarClock implements Callable<Integer> {
    private static final Duration APART = Duration.ofHours(1);

    @Mixin
    private Owners owners = new Owners();

    @Option(names = "--confirm", description = "Somebody has looked at a calendar: what the clocks show is right.")
    private boolean confirm;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws SQLException {
        SchemaOwner tillit = owners.read().tillit();
        PrintWriter out = spec.commandLine().getOut();
        Instant here = new Clock().now();
        try (Connection connection = DriverManager.getConnection(tillit.url(), tillit.user(), tillit.password())) {
            Instant there = moment(connection, "SELECT clock_timestamp()");
            Instant seen = moment(connection, "SELECT max(seen_at) FROM clock_seen");
            out.println("this machine   " + here);
            out.println("the database   " + there);
            out.println("believed last  " + (seen == null ? "never" : seen.toString()));
            out.flush();
            if (!confirm) {
                return 0;
            }
            if (there == null || Duration.between(here, there).abs().compareTo(APART) > 0) {
                spec.commandLine().getErr().println("tillit-admin: the clocks disagree: set them first");
                return 1;
            }
            believe(connection, here);
            out.println("confirmed");
            out.flush();
            return 0;
        }
    }

    private static void believe(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement("INSERT INTO clock_seen (seen_at) VALUES (?)"
                + " ON CONFLICT (only_one) DO UPDATE SET seen_at = excluded.seen_at")) {
            change.setObject(1, now.atOffset(ZoneOffset.UTC));
            change.executeUpdate();
        }
    }

    private static @Nullable Instant moment(Connection connection, String sql) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            OffsetDateTime at = row.getObject(1, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }
    }
}
