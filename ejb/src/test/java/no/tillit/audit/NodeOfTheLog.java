package no.tillit.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import no.tillit.audit.internal.EntryRows;
import no.tillit.audit.internal.Sequencing;

/** A node in a process of its own, to be killed: writes entries from several threads and gives places, until it ends. */
public final class NodeOfTheLog {
    private static final int WRITERS = 4;

    private NodeOfTheLog() {}

    /** @param arguments the database's address, how many entries each writer writes, and how often places are given */
    public static void main(String[] arguments) throws SQLException {
        String url = arguments[0];
        int entries = Integer.parseInt(arguments[1]);
        for (int writer = 0; writer < WRITERS; writer++) {
            new Thread(() -> write(url, entries)).start();
        }
        place(url, Integer.parseInt(arguments[2]));
    }

    private static void write(String url, int entries) {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < entries; i++) {
                EntryRows.insert(connection, ALog.anEntry(i));
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void place(String url, int rounds) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            for (int round = 0; round < rounds; round++) {
                Sequencing sequencing = new Sequencing(connection, 50);
                sequencing.lock();
                sequencing.placeAll(2, ALog.NINE);
                connection.commit();
            }
        }
    }
}
