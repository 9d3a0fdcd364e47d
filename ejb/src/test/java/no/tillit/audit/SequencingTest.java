package no.tillit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import no.tillit.audit.internal.EntryRows;
import no.tillit.audit.internal.Sequencing;
import no.tillit.audit.internal.TreeRows;
import no.tillit.verifier.GrowingTree;
import no.tillit.verifier.Hash;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every committed entry gets one place in one history, whoever writes and whoever gives the places. */
class SequencingTest {
    private final ALog log = new ALog();

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 700})
    @DisplayName("the stored tree has the root of its leaves, whatever the batches")
    void root(int entries) {
        log.write(entries / 2).place().write(entries - entries / 2).place().place();

        assertThat(log.placed()).isEqualTo(entries);
        GrowingTree tree = new GrowingTree();
        leaves().forEach(tree::append);
        assertThat(storedRoot(entries)).isEqualTo(tree.root());
    }

    @Test
    @DisplayName("the database computes the same leaf as the application")
    void sameHashInSql() {
        log.write(50);
        assertThat(
                        log.number(
                                "SELECT count(*) FROM audit_entry WHERE leaf_hash = audit_leaf_hash(uid, at, actor, role,"
                                        + " purpose, action, project_id, participant_id, record_type, record_id, outcome, reason, details)"))
                .isEqualTo(50);
    }

    @Test
    @DisplayName("an entry that commits after a later-numbered one was placed gets its place in the next round")
    void late() throws SQLException {
        log.write(3).place();
        try (Connection slow = log.connect("tillit_app")) {
            long number = EntryRows.insert(slow, ALog.anEntry(100));
            log.write(3).place();
            assertThat(log.placed()).isEqualTo(6);
            log.write(3).place().place();
            assertThat(log.placed()).isEqualTo(9);
            slow.commit();

            log.place();
            assertThat(log.placed()).isEqualTo(10);
            assertThat(log.number("SELECT leaf_index FROM audit_leaf WHERE entry_id = " + number))
                    .isEqualTo(9);
        }
    }

    @Test
    @DisplayName("an entry that commits in the middle of a round of many batches is not passed over")
    void lateWithinARound() throws SQLException {
        try (Connection slow = log.connect("tillit_app");
                Connection sequencer = log.connect("tillit_app")) {
            EntryRows.insert(slow, ALog.anEntry(100));
            log.write(150);
            Sequencing round = new Sequencing(sequencer, 100);
            round.lock();
            assertThat(round.placeAll(1, ALog.NINE)).isTrue();
            slow.commit();
            sequencer.commit();

            log.place();
            assertThat(log.placed()).isEqualTo(151);
        }
    }

    @Test
    @DisplayName("what was rolled back gets no place and leaves no gap")
    void rolledBack() throws SQLException {
        try (Connection failed = log.connect("tillit_app")) {
            EntryRows.insert(failed, ALog.anEntry(1));
            log.write(2).place();
            failed.rollback();
        }
        log.write(2).place();
        assertThat(log.placed()).isEqualTo(4);
    }

    @Test
    @DisplayName(
            "in a database that was dumped and loaded elsewhere, transactions count anew and nothing is overlooked")
    void transactionsCountAnew() {
        log.write(5).place();
        log.owner("UPDATE audit_entry SET xid = '9000000000000'");
        log.owner("UPDATE audit_batch SET horizon = '8000000000000'");
        log.write(5).place();
        assertThat(log.placed()).isEqualTo(10);
        log.write(5).place();
        assertThat(log.placed()).isEqualTo(15);
    }

    @Test
    @DisplayName("two nodes that place while many write make one history")
    void twoNodes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        log.write(1 + i % 3);
                    }
                }));
            }
            List<Future<?>> nodes = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                nodes.add(threads.submit(() -> {
                    for (int i = 0; i < 100; i++) {
                        log.place();
                    }
                }));
            }
            for (Future<?> each : writers) {
                each.get(60, TimeUnit.SECONDS);
            }
            for (Future<?> each : nodes) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        log.place();
        assertThat(log.placed()).isEqualTo(log.number("SELECT count(*) FROM audit_entry"));
        GrowingTree tree = new GrowingTree();
        leaves().forEach(tree::append);
        assertThat(storedRoot(log.placed())).isEqualTo(tree.root());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit_entry",
                "audit_leaf",
                "audit_subtree",
                "audit_batch",
                "audit_checkpoint",
                "audit_restore",
                "audit_check"
            })
    @DisplayName("the application can change and remove nothing of it")
    void onlyGrows(String table) {
        for (String sql : new String[] {"DELETE FROM " + table, "TRUNCATE " + table}) {
            assertThatThrownBy(() -> log.as("tillit_app", c -> execute(c, sql)))
                    .hasRootCauseInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> log.as("tillit_app", c -> execute(c, "UPDATE " + table + " SET " + change(table))))
                .hasMessageContaining("permission denied");
    }

    private static String change(String table) {
        return switch (table) {
            case "audit_entry" -> "actor = ''";
            case "audit_check" -> "finding = ''";
            case "audit_leaf" -> "entry_id = 1";
            case "audit_subtree" -> "number = 1";
            case "audit_batch" -> "leaves = 1";
            default -> "note = ''";
        };
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private List<Hash> leaves() {
        return log.as("tillit_app", c -> new TreeRows(c).read(0, 0, new TreeRows(c).size()));
    }

    private Hash storedRoot(long size) {
        return log.as("tillit_app", c -> new TreeRows(c).tree().root(size));
    }
}
