package no.tillit.erasure.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import no.tillit.audit.OutsideWitness;
import no.tillit.audit.internal.CheckpointFolder;
import no.tillit.audit.internal.LogName;
import no.tillit.testing.KeyRing;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureRegisterTest {
    private Path folder;
    private Path path;
    private DataSource database;
    private ErasureRegister register;

    @BeforeEach
    void open(@TempDir Path folder) {
        this.folder = folder;
        path = folder.resolve("erased");
        database = TestDatabases.freshKeys();
        register = new ErasureRegister(database, new RegisterFile(path));
    }

    @Test
    @DisplayName("an entry stands in the database and in the file, once, however often it is entered")
    void bothCopies() throws IOException {
        RegisterEntry subject = RegisterFileTest.aSubject();
        RegisterEntry record = RegisterFileTest.aRecord();
        register.enter(List.of(subject, record));
        register.enter(List.of(record, subject));
        assertThat(all()).containsExactly(subject, record);
        assertThat(Files.readAllLines(path)).hasSize(2);
        assertThat(register.evidence(subject.job()).entries()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM erasure_register",
                "UPDATE erasure_register SET at = now()",
                "TRUNCATE erasure_register"
            })
    @DisplayName("nobody changes the register, neither the application nor the owner of the database")
    void forEver(String attempt) {
        register.enter(List.of(RegisterFileTest.aSubject()));
        assertThatThrownBy(() -> execute(database, attempt)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute(TestDatabases.keysOwner(), attempt)).isInstanceOf(SQLException.class);
    }

    @Test
    @DisplayName("after the key database was restored, the file brings the entries back")
    void restoredDatabase() {
        RegisterEntry entry = RegisterFileTest.aSubject();
        register.enter(List.of(entry));
        database = TestDatabases.freshKeys();
        register = new ErasureRegister(database, new RegisterFile(path));
        register.reconcile();
        assertThat(all()).containsExactly(entry);
    }

    @Test
    @DisplayName("after the file was lost, the database brings the entries back")
    void lostFile() throws IOException {
        RegisterEntry entry = RegisterFileTest.aRecord();
        register.enter(List.of(entry));
        Files.delete(path);
        register.reconcile();
        List<RegisterEntry> inFile = new ArrayList<>();
        new RegisterFile(path).read(inFile::add);
        assertThat(inFile).containsExactly(entry);
    }

    @Test
    @DisplayName("when the file cannot be written, nothing is entered, so that nothing is destroyed")
    void fileFails() {
        register = new ErasureRegister(
                database, new RegisterFile(folder.resolve("absent").resolve("erased")));
        assertThatThrownBy(() -> register.enter(List.of(RegisterFileTest.aSubject())))
                .isInstanceOf(RegisterUnusable.class);
        assertThat(all()).isEmpty();
    }

    @Test
    @DisplayName(
            "when file and database are older than what was witnessed outside, or another's, the start stops and says what to do")
    void bothOld() throws IOException {
        OutsideWitness witness = witness();
        register = new ErasureRegister(database, new RegisterFile(path), witness);
        register.enter(List.of(RegisterFileTest.aSubject()));
        register.beWitnessed();
        String old = Files.readString(path);
        register.enter(List.of(RegisterFileTest.aSubject()));
        register.beWitnessed();
        register.reconcile();
        String whole = Files.readString(path);

        database = TestDatabases.freshKeys();
        register = new ErasureRegister(database, new RegisterFile(path), witness);
        Files.writeString(path, old);
        assertThatThrownBy(register::reconcile)
                .isInstanceOf(RegisterUnusable.class)
                .hasMessageContaining("1 entries")
                .hasMessageContaining("with 2")
                .hasMessageContaining("backup.md");
        Files.delete(path);
        register = new ErasureRegister(TestDatabases.freshKeys(), new RegisterFile(path), witness);
        assertThatThrownBy(register::reconcile).isInstanceOf(RegisterUnusable.class);
        new RegisterFile(path).append(List.of(RegisterFileTest.aSubject(), RegisterFileTest.aSubject()));
        assertThatThrownBy(register::reconcile).isInstanceOf(RegisterUnusable.class);
        Files.writeString(path, whole);
        register = new ErasureRegister(TestDatabases.freshKeys(), new RegisterFile(path), witness);
        register.reconcile();
        assertThat(all()).hasSize(2);
    }

    private OutsideWitness witness() {
        KeyRing ring = KeyRing.shared();
        LogName name = new LogName(ring.installation(), ring.signing());
        return new OutsideWitness(new CheckpointFolder(() -> folder.resolve("outside"), name), name);
    }

    private List<RegisterEntry> all() {
        List<RegisterEntry> all = new ArrayList<>();
        register.read(all::add);
        return all;
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
