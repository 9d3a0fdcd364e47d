package no.tillit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import no.tillit.audit.AuditEntries;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditFilter;
import no.tillit.audit.AuditLog;
import no.tillit.audit.LoggedEntry;
import no.tillit.audit.Outcome;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyDestroyed;
import no.tillit.keys.Tampered;
import no.tillit.keys.internal.KeyStoreFile;
import no.tillit.keys.upkeep.KeyPlace;
import no.tillit.keys.upkeep.Replacement;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import no.tillit.testing.KeyRing;
import no.tillit.testing.TestDatabases;
import no.tillit.verifier.LogEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what the log says in words about somebody")
class AuditDetailsTest {
    private static final String WORDS = "Åse trakk seg ikke; broren ringte.";

    private House house;
    private AProject project;
    private ParticipantId someone;

    /** The log as it is, in transactions of the test's. */
    private static class RealLog extends AuditLog {
        @Inject
        private House house;

        @SuppressWarnings("NullAway.Init")
        RealLog() {}

        @Override
        public void recordNow(List<AuditEntry> entries) {
            house.does(() -> super.recordNow(entries));
        }
    }

    @BeforeEach
    void somebodyTakesPart() {
        house = new House();
        house.holding(House.class, house);
        house.holding(AuditLog.class, house.the(RealLog.class));
        project = AProject.in(house);
        someone = project.aParticipant();
    }

    @Test
    @DisplayName("lies there encrypted; a privacy officer reads it, on record; an auditor sees that there is something")
    void readByFew() {
        LogEntry written = write(someone);
        assertThat(new String(written.canonical(), StandardCharsets.UTF_8)).doesNotContain("Åse", "broren");
        assertThat(entry().toString()).doesNotContain("Åse");

        assertThat(details()).isEqualTo(WORDS);

        house.as("audun", Role.AUDITOR);
        LoggedEntry seen = house.doing(() -> house.the(ReadingAudit.class)
                        .page(about(someone, "deletion-job.decided"), new PageRequest(0, 10), Purpose.AUDIT))
                .items()
                .get(0);
        assertThat(seen.hasDetails()).isTrue();
        assertThatThrownBy(() -> house.doing(() -> house.the(ReadingAudit.class).details(seen.number(), Purpose.AUDIT)))
                .isInstanceOf(NotFound.class);
        assertThat(logged("audit.details-read")).satisfies(look -> {
            assertThat(look.actor()).isEqualTo("marit");
            assertThat(look.record()).isEqualTo(written.id());
            assertThat(look.hasDetails()).isFalse();
        });
    }

    @Test
    @DisplayName("of nobody in particular lies under the project's key")
    void ofTheProject() {
        house.does(() -> house.the(AuditLog.class).record(entry()));
        assertThat(house.<Boolean>doing(() -> house.the(AuditEntries.class)
                        .page(
                                new AuditFilter(
                                        null, "deletion-job.decided", project.id(), null, null, null, null, null),
                                new PageRequest(0, 1))
                        .items()
                        .get(0)
                        .hasDetails()))
                .isTrue();
        assertThatThrownBy(() -> house.does(() -> house.the(AuditLog.class)
                        .record(new AuditEntry(
                                        "marit",
                                        "privacy-officer",
                                        null,
                                        "x",
                                        null,
                                        null,
                                        null,
                                        null,
                                        Outcome.ALLOWED,
                                        null)
                                .withDetails(WORDS))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("is gone for everybody when the person is erased, and the log still stands, byte for byte")
    void erased() throws SQLException {
        LogEntry before = write(someone);
        var keys = KeyRing.shared().subjects();
        keys.beginDestruction(SubjectId.of(someone));
        keys.destroy(SubjectId.of(someone));

        assertThatThrownBy(this::details).isInstanceOf(KeyDestroyed.class);

        LogEntry after = newest();
        assertThat(after).isEqualTo(before);
        assertThat(sql("select leaf_hash = audit_leaf_hash(uid, at, actor, role, purpose, action, project_id,"
                        + " participant_id, record_type, record_id, outcome, reason, details) from audit_entry where uid = '"
                        + before.id() + "'"))
                .contains("t");
        assertThat(write(someone).details()).isNull();
    }

    @Test
    @DisplayName(
            "stays readable, and as it was hashed, when the person's key is replaced; what follows lies under another")
    void replaced() throws SQLException {
        LogEntry before = write(someone);
        var place = new KeyPlace(
                new KeyStoreFile(KeyRing.sharedFile(), KeyRing.PASSPHRASE.toCharArray()), TestDatabases.keys());
        new Replacement(
                        place,
                        TestDatabases.tillit(),
                        name -> Optional.empty(),
                        List.of(),
                        (action, subject, keyId) -> {},
                        new Clock())
                .run(
                        SubjectId.of(someone),
                        (step, what) -> assertThat(details()).isEqualTo(WORDS));

        assertThat(details()).isEqualTo(WORDS);
        assertThat(newest()).isEqualTo(before);
        assertThat(versionOf(write(someone))).isEqualTo(versionOf(before) + 1);
        assertThat(details()).isEqualTo(WORDS);
    }

    @Test
    @DisplayName("opens in no other entry")
    void moved() throws SQLException {
        LogEntry one = write(someone);
        LogEntry other = write(someone);
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update audit_entry set details = (select details from audit_entry where uid = '"
                    + one.id() + "') where uid = '" + other.id() + "'");
        }
        assertThatThrownBy(this::details).isInstanceOf(Tampered.class);
    }

    private static int versionOf(LogEntry entry) {
        return java.nio.ByteBuffer.wrap(java.util.Objects.requireNonNull(entry.details()))
                .getInt();
    }

    private AuditEntry entry() {
        return new AuditEntry(
                        "marit",
                        "privacy-officer",
                        Purpose.DATA_PROTECTION,
                        "deletion-job.decided",
                        project.id(),
                        null,
                        null,
                        null,
                        Outcome.REFUSED,
                        "deletion-refused")
                .withDetails(WORDS);
    }

    private LogEntry write(ParticipantId about) {
        house.as("marit", Role.PRIVACY_OFFICER);
        house.does(() -> house.the(AuditLog.class).record(entry().about(about)));
        return newest();
    }

    private String details() {
        house.as("marit", Role.PRIVACY_OFFICER);
        return house.doing(() -> house.the(ReadingAudit.class)
                .details(logged("deletion-job.decided").number(), Purpose.DATA_PROTECTION));
    }

    private LogEntry newest() {
        house.as("marit", Role.PRIVACY_OFFICER);
        return house.doing(() -> house.the(AuditEntries.class)
                .find(logged("deletion-job.decided").number())
                .orElseThrow());
    }

    private LoggedEntry logged(String action) {
        return house.doing(() -> house.the(AuditEntries.class)
                .page(about(someone, action), new PageRequest(0, 1))
                .items()
                .get(0));
    }

    private static AuditFilter about(ParticipantId someone, String action) {
        return new AuditFilter(null, action, null, someone, null, null, null, null);
    }

    private static List<String> sql(String sql) throws SQLException {
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return List.of(row.getString(1));
        }
    }
}
