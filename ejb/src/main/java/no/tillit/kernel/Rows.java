package no.tillit.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * SQL in the caller's transaction: lists of any size are found, cut, counted and settled in the database, never row by row. What
 * the transaction has in hand is written first.
 */
@ApplicationScoped
public class Rows {
    /** Reads one row of a result. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Statements of somebody's own on the caller's connection. */
    @FunctionalInterface
    public interface Asking<T> {
        T ask(Connection connection) throws SQLException;
    }

    @PersistenceContext
    private EntityManager entities;

    /** Whatever this asks, in the caller's transaction. */
    public <T> T ask(Asking<T> asking) {
        entities.flush();
        return entities.unwrap(Session.class).doReturningWork(asking::ask);
    }

    /** Changes rows and says how many. */
    public int change(String sql, @Nullable Object... values) {
        return ask(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    /** All rows of the result. */
    public <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... values) {
        return ask(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, values);
                    ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
                return found;
            }
        });
    }

    /** The first row of the result. */
    public <T> Optional<T> one(String sql, Reading<T> reading, @Nullable Object... values) {
        return list(sql, reading, values).stream().findFirst();
    }

    /** The one number of the result; 0 when there is none. */
    public long number(String sql, @Nullable Object... values) {
        return one(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** Runs one statement for many rows. */
    public void changeAll(String sql, Collection<@Nullable Object[]> all) {
        ask(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (@Nullable Object[] values : all) {
                    fill(connection, statement, values);
                    statement.addBatch();
                }
                return statement.executeBatch().length;
            }
        });
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object[] values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            fill(connection, statement, values);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void fill(Connection connection, PreparedStatement statement, @Nullable Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            set(connection, statement, i + 1, values[i]);
        }
    }

    private static void set(Connection connection, PreparedStatement statement, int at, @Nullable Object value)
            throws SQLException {
        if (value instanceof Instant instant) {
            statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(at, constant.name());
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(at, bytes);
        } else if (value instanceof UUID[] ids) {
            statement.setArray(at, connection.createArrayOf("uuid", ids));
        } else if (value instanceof @Nullable String[] texts) {
            statement.setArray(at, connection.createArrayOf("text", texts));
        } else if (value instanceof Integer[] numbers) {
            statement.setArray(at, connection.createArrayOf("int4", numbers));
        } else if (value instanceof Collection<?> texts) {
            statement.setArray(at, connection.createArrayOf("text", texts.toArray()));
        } else {
            statement.setObject(at, value);
        }
    }

    /** For {@code = ANY (?)}: one value, not several. */
    public static Object ids(Collection<ParticipantId> participants) {
        return participants.stream().map(ParticipantId::value).toArray(UUID[]::new);
    }

    /** A point in time as the database keeps it. */
    public static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A day; null stays null. */
    public static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** A point in time as the database keeps it; null stays null. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
