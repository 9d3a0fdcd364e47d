package no.tillit.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import no.tillit.kernel.SubjectId;
import no.tillit.testing.KeyRing;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the database itself refuses, whatever the code above asks, and what its administrator cannot do unnoticed. */
class KeyTablesTest {
    private static final FieldContext PLACE = new FieldContext("contact", "phone", new UUID(0, 1));

    private final KeyRing ring = KeyRing.shared();
    private final SubjectId subject = ring.aSubject();

    @Test
    @DisplayName("the application can remove no key, and change no check value")
    void noDelete() {
        String mine = " where subject = '" + subject.value() + "'";
        refused(TestDatabases.keys(), "delete from subject_key" + mine);
        refused(TestDatabases.keys(), "truncate subject_key");
        refused(TestDatabases.keys(), "update subject_key set key_check_value = key_check_value" + mine);
        refused(
                TestDatabases.keys(),
                "update subject_key set key_id = gen_random_uuid(), version = version + 1" + mine);
        refused(TestDatabases.keys(), "delete from replaced_key");
        refused(
                TestDatabases.keys(),
                "insert into replaced_key select key_id, subject, version, root_version, wrapped, key_check_value,"
                        + " 'RETIRING', now() from subject_key" + mine);
        refused(TestDatabases.keys(), "delete from root_key");
        refused(TestDatabases.keys(), "update root_key set version = 2");
        refused(TestDatabases.keys(), "delete from installation");
    }

    @Test
    @DisplayName("not even the owner brings a destroyed key back to life")
    void onlyForward() throws SQLException {
        String mine = " where subject = '" + subject.value() + "'";
        byte[] before = wrapped(subject);
        ring.subjects().beginDestruction(subject);
        refused(TestDatabases.keysOwner(), "update subject_key set state = 'ACTIVE', destroying_at = null" + mine);
        ring.subjects().destroy(subject);

        assertThat(before).isNotNull();
        assertThat(wrapped(subject)).isNull();
        refused(TestDatabases.keysOwner(), "update subject_key set destroyed_at = now()" + mine);
    }

    @Test
    @DisplayName("wrapped keys swapped between two people open for neither")
    void swappedRows() throws SQLException {
        SubjectId other = ring.aSubject();
        byte[] field = ring.fields().encrypt(subject, PLACE, "invented");
        execute(
                TestDatabases.keysOwner(),
                "update subject_key a set wrapped = b.wrapped from subject_key b where (a.subject, b.subject) in (('"
                        + subject.value() + "','" + other.value() + "'), ('" + other.value() + "','" + subject.value()
                        + "'))");

        assertThatThrownBy(() -> ring.fields().decrypt(subject, PLACE, field)).isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> ring.fields().encrypt(other, PLACE, "x")).isInstanceOf(Tampered.class);
    }

    @Test
    @DisplayName("a whole row copied over another person's opens nothing either")
    void copiedRow() throws SQLException {
        SubjectId other = ring.aSubject();
        String copy = "with taken as (select * from subject_key where subject = '" + other.value()
                + "') update subject_key set key_id = gen_random_uuid(), wrapped = taken.wrapped,"
                + " key_check_value = taken.key_check_value from taken where subject_key.subject = '"
                + subject.value() + "'";
        refused(TestDatabases.keysOwner(), copy);
        execute(
                TestDatabases.keysOwner(),
                "begin; alter table subject_key disable trigger subject_key_moves_forward; " + copy
                        + "; alter table subject_key enable trigger subject_key_moves_forward; commit");

        assertThatThrownBy(() -> ring.fields().encrypt(subject, PLACE, "x")).isInstanceOf(Tampered.class);
    }

    @Test
    @DisplayName("a changed bit in a wrapped key is noticed")
    void changedBit() throws SQLException {
        execute(
                TestDatabases.keysOwner(),
                "update subject_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1) where subject = '"
                        + subject.value() + "'");

        assertThatThrownBy(() -> ring.fields().encrypt(subject, PLACE, "x")).isInstanceOf(Tampered.class);
    }

    private static void refused(DataSource database, String sql) {
        assertThatThrownBy(() -> execute(database, sql)).as(sql).isInstanceOf(SQLException.class);
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection c = database.getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    private static byte[] wrapped(SubjectId subject) throws SQLException {
        try (Connection c = TestDatabases.keysOwner().getConnection();
                Statement s = c.createStatement();
                ResultSet r =
                        s.executeQuery("select wrapped from subject_key where subject = '" + subject.value() + "'")) {
            r.next();
            return r.getBytes(1);
        }
    }
}
