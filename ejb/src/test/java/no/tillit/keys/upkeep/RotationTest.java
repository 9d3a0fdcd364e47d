package no.tillit.keys.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import no.tillit.kernel.Clock;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldContext;
import no.tillit.keys.KeyState;
import no.tillit.keys.Tampered;
import no.tillit.keys.internal.KeyStoreFile;
import no.tillit.keys.internal.KeyStoreUnusable;
import no.tillit.keys.internal.RootKeyRow;
import no.tillit.keys.internal.RootKeyState;
import no.tillit.keys.internal.RootKeyTable;
import no.tillit.keys.internal.RootStore;
import no.tillit.testing.KeyRing;
import no.tillit.testing.SoftHsm;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("rotating the root key")
class RotationTest {
    private static final FieldContext PLACE = new FieldContext("contact", "phone", new UUID(0, 1));
    private static final Rotation.Progress SILENT = (step, what) -> {};

    @TempDir
    private Path folder;

    private final DataSource database = TestDatabases.freshKeys();
    private final Map<SubjectId, byte[]> fields = new ConcurrentHashMap<>();
    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("root.bcfks");
    }

    private KeyStoreFile store() {
        return new KeyStoreFile(file, RotationChild.PASSPHRASE.toCharArray());
    }

    private Rotation rotation(RootStore store) {
        return new Rotation(new KeyPlace(store, database), new Clock());
    }

    private KeyRing people(RootStore store, int count) {
        KeyRing ring = KeyRing.over(database, store);
        for (int i = 0; i < count; i++) {
            write(ring);
        }
        return ring;
    }

    private void write(KeyRing ring) {
        SubjectId subject = ring.aSubject();
        fields.put(subject, ring.fields().encrypt(subject, PLACE, "invented " + subject.value()));
    }

    private void allRead(KeyRing ring) {
        fields.forEach((subject, field) ->
                assertThat(ring.fields().decrypt(subject, PLACE, field)).isEqualTo("invented " + subject.value()));
    }

    private List<RootKeyState> states() {
        return new RootKeyTable(database).all().stream().map(RootKeyRow::state).toList();
    }

    @Test
    @DisplayName(
            "what was written before reads after, here and in the application that kept running; the old root is gone")
    void rotates() throws Exception {
        KeyRing running = people(store(), 3);
        byte[] publicKey = running.signing().publicKey("a test");
        Path backup = Files.copy(file, folder.resolve("backup"));

        assertThat(rotation(store()).run(SILENT)).isEqualTo(2);

        assertThat(store().versions()).containsExactly(2);
        assertThat(states()).containsExactly(RootKeyState.DESTROYED, RootKeyState.ACTIVE);
        allRead(running);
        write(running);
        allRead(KeyRing.over(database, store()));
        assertThat(KeyRing.over(database, store()).signing().publicKey("a test"))
                .isEqualTo(publicKey);

        Files.move(backup, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> KeyRing.over(database, store()))
                .isInstanceOf(KeyStoreUnusable.class)
                .hasMessageContaining("older than the key database");
    }

    @Test
    @DisplayName("killed after any step, the next run finishes; nothing is lost at any moment")
    void killed() throws Exception {
        people(store(), 3);
        String url = ((PGSimpleDataSource) database).getURL();
        List<String> steps = new ArrayList<>();
        for (int step = 1; step <= Rotation.Step.values().length; step++) {
            int before = states().size();

            steps.add(RotationChild.killedAfter(file, url, step));

            allRead(KeyRing.over(database, store()));
            write(KeyRing.over(database, store()));
            boolean finished = steps.get(step - 1).equals(Rotation.Step.FINISHED.name());
            int active = finished ? before + 1 : within(() -> rotation(store()).run(SILENT));
            assertThat(active).isEqualTo(before + 1);
            assertThat(store().versions()).containsExactly(active);
            assertThat(states()).doesNotContain(RootKeyState.RETIRING).endsWith(RootKeyState.ACTIVE);
            allRead(KeyRing.over(database, store()));
        }
        assertThat(steps)
                .containsExactly(java.util.Arrays.stream(Rotation.Step.values())
                        .map(Enum::name)
                        .toArray(String[]::new));
    }

    @Test
    @DisplayName("people are registered and read by several threads while roots follow one another")
    void whileRunning() throws Exception {
        KeyRing running = people(store(), 1);
        AtomicBoolean go = new AtomicBoolean(true);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                all.add(pool.submit(() -> {
                    while (go.get()) {
                        write(running);
                        fields.entrySet().stream()
                                .limit(5)
                                .forEach(f -> running.fields().decrypt(f.getKey(), PLACE, f.getValue()));
                    }
                }));
            }
            for (int i = 0; i < 3; i++) {
                rotation(store()).run(SILENT);
            }
            go.set(false);
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            go.set(false);
            pool.shutdown();
        }
        assertThat(fields).hasSizeGreaterThan(4);
        assertThat(store().versions()).containsExactly(4);
        allRead(KeyRing.over(database, store()));
    }

    @Test
    @DisplayName("a key that does not open keeps the old root and is named; all others are wrapped again")
    void damaged() throws SQLException {
        KeyRing ring = people(store(), 2);
        SubjectId victim = ring.aSubject();
        asOwner("update subject_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1) where subject = '"
                + victim.value() + "'");

        assertThatThrownBy(() -> rotation(store()).run(SILENT))
                .isInstanceOf(UpkeepRefused.class)
                .hasMessageContaining("version 1 is kept")
                .hasMessageNotContaining(victim.value().toString());

        assertThat(store().versions()).containsExactly(1, 2);
        assertThat(states()).containsExactly(RootKeyState.RETIRING, RootKeyState.ACTIVE);
        allRead(KeyRing.over(database, store()));
        ring.subjects().beginDestruction(victim);
        ring.subjects().destroy(victim);
        assertThat(rotation(store()).run(SILENT)).isEqualTo(2);
        assertThat(store().versions()).containsExactly(2);
    }

    @Test
    @DisplayName("an old row put back after a rotation is refused by the database, and opens nothing when forced in")
    void oldVersionPutBack() throws SQLException {
        KeyRing ring = people(store(), 1);
        asOwner("create table kept as select * from subject_key");
        rotation(store()).run(SILENT);
        String back =
                "update subject_key s set wrapped = k.wrapped, root_version = %s from kept k where k.subject = s.subject";

        assertThatThrownBy(() -> asOwner(String.format(back, "k.root_version")))
                .hasMessageContaining("root key 1 retires");
        asOwner(String.format(back, "2"));

        assertThatThrownBy(() -> allRead(ring)).isInstanceOf(Tampered.class);
    }

    @Test
    @DisplayName("a key on its way to destruction is not wrapped again, and a tombstone stays one")
    void dying() throws SQLException {
        KeyRing ring = people(store(), 1);
        SubjectId dying = ring.aSubject();
        SubjectId dead = ring.aSubject();
        ring.subjects().beginDestruction(dying);
        ring.subjects().beginDestruction(dead);
        ring.subjects().destroy(dead);

        rotation(store()).run(SILENT);

        assertThat(ring.subjects().state(dying)).isEqualTo(KeyState.DESTROYING);
        assertThat(ring.subjects().state(dead)).isEqualTo(KeyState.DESTROYED);
        ring.subjects().destroy(dying);
        assertThat(ring.subjects().state(dying)).isEqualTo(KeyState.DESTROYED);
    }

    @Test
    @DisplayName("the database lets no root go while something living needs it, and none come back")
    void databaseHolds() {
        people(store(), 1);
        assertThatThrownBy(() ->
                        asOwner("update root_key set state = 'DESTROYED', retiring_at = now(), destroyed_at = now()"))
                .hasMessageContaining("living keys");
        rotation(store()).run(SILENT);
        assertThatThrownBy(
                        () -> asOwner("update root_key set state = 'RETIRING', destroyed_at = null where version = 1"))
                .hasMessageContaining("never comes back");
    }

    @Test
    @DisplayName("two at once: the second is told to wait")
    void alone() {
        people(store(), 1);
        rotation(store()).run((step, what) -> {
            if (step == Rotation.Step.MADE) {
                assertThatThrownBy(() -> rotation(store()).run(SILENT))
                        .isInstanceOf(UpkeepRefused.class)
                        .hasMessageContaining("Another command");
            }
        });
        assertThat(store().versions()).containsExactly(2);
    }

    @Test
    @DisplayName("prepared first, so that the file can be brought to every node; the plan says what is left to do")
    void prepared() {
        people(store(), 2);
        assertThat(rotation(store()).plan()).hasSize(3).first().asString().startsWith("make root key version 2");

        assertThat(rotation(store()).prepare()).isEqualTo(2);

        assertThat(store().versions()).containsExactly(1, 2);
        assertThat(states()).containsExactly(RootKeyState.ACTIVE);
        assertThat(rotation(store()).plan()).first().asString().startsWith("use the prepared root key version 2");
        assertThat(rotation(store()).run(SILENT)).isEqualTo(2);
        allRead(KeyRing.over(database, store()));
    }

    @Test
    @DisplayName("in a token, too: the old object is destroyed there")
    void token() {
        SoftHsm hsm = new SoftHsm();
        KeyRing running = people(hsm.open(), 2);

        assertThat(rotation(hsm.open()).run(SILENT)).isEqualTo(2);

        assertThat(hsm.open().versions()).containsExactly(2);
        allRead(running);
        write(running);
        allRead(KeyRing.over(database, hsm.open()));
    }

    private void asOwner(String sql) throws SQLException {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setURL(((PGSimpleDataSource) database).getURL());
        owner.setUser("tillit_keys_owner");
        try (Connection c = owner.getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    /** The killed process's lock ends when the database notices that it is gone. */
    private static int within(java.util.function.IntSupplier run) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (true) {
            try {
                return run.getAsInt();
            } catch (UpkeepRefused e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }
}
