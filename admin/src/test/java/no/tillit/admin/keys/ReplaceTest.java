package no.tillit.admin.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import no.tillit.admin.testing.TestInstallation;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.DocumentKeys;
import no.tillit.keys.FieldCipher;
import no.tillit.keys.FieldContext;
import no.tillit.keys.Installation;
import no.tillit.keys.NewDocumentKey;
import no.tillit.keys.SealedBeside;
import no.tillit.keys.SubjectKeys;
import no.tillit.keys.internal.RootKeyTable;
import no.tillit.keys.internal.RootKeys;
import no.tillit.keys.internal.RootSettings;
import no.tillit.keys.internal.SubjectKeyTable;
import no.tillit.keys.internal.SubjectSecrets;
import no.tillit.storage.ContentContext;
import no.tillit.storage.ContentRole;
import no.tillit.storage.EncryptedBlobs;
import no.tillit.storage.StorageChoice;
import no.tillit.storage.StoredBlob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("tillit-admin keys replace")
class ReplaceTest {
    private static final byte[] CONTENT = "Åse vil flytte.".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder = Path.of("");

    private final UUID project = UUID.randomUUID();
    private final UUID participant = UUID.randomUUID();
    private final UUID document = UUID.randomUUID();

    @SuppressWarnings("NullAway.Init")
    private TestInstallation installation;

    @BeforeEach
    void install() throws Exception {
        installation = new TestInstallation(folder);
        somebody();
    }

    /** The keys as the application has them. */
    private record Application(
            SubjectKeys subjects, FieldCipher fields, DocumentKeys documents, EncryptedBlobs blobs) {}

    private Application application() {
        Clock clock = new Clock();
        DataSource keys = TestInstallation.as("tillit_keys_app", installation.keys());
        FileSettings settings = new FileSettings(installation.configuration());
        RootKeyTable rootTable = new RootKeyTable(keys);
        RootKeys roots = new RootKeys(() -> RootSettings.store(settings), rootTable, clock);
        roots.open();
        SubjectKeyTable table = new SubjectKeyTable(keys);
        SubjectSecrets secrets = new SubjectSecrets(roots, table, clock);
        return new Application(
                new SubjectKeys(table, secrets, clock),
                new FieldCipher(secrets),
                new DocumentKeys(secrets),
                EncryptedBlobs.over(StorageChoice.open(settings::optional), new Installation(rootTable)));
    }

    private SubjectId subject() {
        return new SubjectId(participant);
    }

    private FieldContext place(String table, String column, UUID row) {
        return new FieldContext(table, column, row);
    }

    /** A participant with a telephone and a document, as the application keeps them. */
    private void somebody() throws SQLException {
        Application keys = application();
        keys.subjects().provision(subject());
        UUID keyId = UUID.randomUUID();
        SealedBeside name = new SealedBeside(subject(), place("document", "file_name", document), "Plan for Åse.txt");
        try (Connection c =
                        TestInstallation.as("tillit_owner", installation.data()).getConnection();
                NewDocumentKey made = keys.documents().create(keyId, Set.of(subject()), name)) {
            StoredBlob blob = keys.blobs().write(made.key(), context(), new ByteArrayInputStream(CONTENT));
            run(
                    c,
                    "insert into participant (id, project_id, pseudonym, sample_id, legal_basis, state, registered_at,"
                            + " registered_by) values (?, ?, 'P-1', ?, 'CONSENT', 'ACTIVE', now(), 'ingrid')",
                    participant,
                    project,
                    UUID.randomUUID());
            run(
                    c,
                    "insert into contact (participant_id, phone, changed_at, changed_by) values (?, ?, now(), 'ingrid')",
                    participant,
                    keys.fields().encrypt(subject(), place("contact", "phone", participant), "22334455"));
            run(c, "alter table document drop constraint document_project_id_fkey");
            run(
                    c,
                    "insert into document (id, project_id, type, format, state, attached_to, data_day, key_id, name_owner,"
                            + " file_name, original_blob, original_length, original_stored_length, original_sha256,"
                            + " text_cut, received_at, received_by) values (?, ?, 'RELEASE_PLAN', 'TXT', 'AVAILABLE', ?,"
                            + " current_date, ?, ?, ?, ?, ?, ?, ?, false, now(), 'jonas')",
                    document,
                    project,
                    participant,
                    keyId,
                    participant,
                    made.field(),
                    blob.id().value(),
                    blob.plaintextLength(),
                    blob.ciphertextLength(),
                    blob.sha256());
            run(
                    c,
                    "insert into document_share (document_id, subject_id, wrapped) values (?, ?, ?)",
                    document,
                    participant,
                    made.shares().get(0).wrapped());
        }
    }

    private ContentContext context() {
        return new ContentContext(new ProjectId(project), Set.of(subject()), document, 1, ContentRole.ORIGINAL);
    }

    private static void run(Connection c, String sql, Object... values) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                s.setObject(i + 1, values[i]);
            }
            s.execute();
        }
    }

    private List<Object> row(String sql) throws SQLException {
        try (Connection c =
                        TestInstallation.as("tillit_owner", installation.data()).getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            List<Object> values = new ArrayList<>();
            while (r.next()) {
                for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
                    values.add(r.getObject(i));
                }
            }
            return values;
        }
    }

    private int run(String command, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("keys", command, "-c", installation.configuration().toString()));
        arguments.addAll(List.of(more));
        return installation.run(arguments.toArray(String[]::new));
    }

    @Test
    @DisplayName("a plan, the replacement with its progress and no identity, the log, and everything still reads")
    void replaces() throws Exception {
        List<Object> before = row("select original_blob, key_id from document");

        assertThat(run("replace", participant.toString(), "--dry-run"))
                .as(installation.complained())
                .isZero();
        assertThat(installation.said())
                .contains("would encrypt anew: 1 documents", "1 entries of the contact register");
        assertThat(row("select original_blob, key_id from document")).isEqualTo(before);

        assertThat(run("replace", participant.toString()))
                .as(installation.complained())
                .isZero();

        assertThat(installation.said()).contains("replaced").contains("take new ones now");
        assertThat(installation.complained())
                .contains("1 of 1 documents", "the old key is destroyed")
                .doesNotContain(participant.toString());
        assertThat(row("select original_blob, key_id from document")).doesNotContainAnyElementsOf(before);
        assertThat(row("select action, role, participant_id, record_type from audit_entry order by id"))
                .containsExactly(
                        "subject-key.replacement-begun",
                        "operator",
                        participant,
                        "subject-key",
                        "subject-key.replaced",
                        "operator",
                        participant,
                        "subject-key");
        assertThat(run("status")).as(installation.complained()).isZero();
        assertThat(installation.said()).contains("replaced subject keys: 1 destroyed, 0 being replaced");
        reads();
    }

    private void reads() throws Exception {
        Application keys = application();
        List<Object> row = row("select d.file_name, d.key_id, s.wrapped, d.original_blob, d.original_length,"
                + " d.original_stored_length, d.original_sha256, c.phone from document d join document_share s on"
                + " s.document_id = d.id join contact c on c.participant_id = s.subject_id");
        assertThat(keys.fields().decrypt(subject(), place("document", "file_name", document), (byte[]) row.get(0)))
                .isEqualTo("Plan for Åse.txt");
        assertThat(keys.fields().decrypt(subject(), place("contact", "phone", participant), (byte[]) row.get(7)))
                .isEqualTo("22334455");
        var out = new ByteArrayOutputStream();
        try (var key = keys.documents()
                .open((UUID) row.get(1), List.of(new no.tillit.keys.WrappedShare(subject(), (byte[]) row.get(2))))) {
            var blob = new StoredBlob(
                    new no.tillit.storage.BlobId((UUID) row.get(3)), (Long) row.get(4), (Long) row.get(5), (byte[])
                            row.get(6));
            keys.blobs().read(key, context(), blob, out);
        }
        assertThat(out.toByteArray()).isEqualTo(CONTENT);
    }

    @Test
    @DisplayName("what does not open keeps the old key: exit 1, status 3; --unfinished goes on")
    void keepsTheOldKey() throws Exception {
        List<Object> sound = row("select phone from contact");
        change("update contact set phone = set_byte(phone, 20, get_byte(phone, 20) # 1)");

        assertThat(run("replace", participant.toString())).isEqualTo(1);
        assertThat(installation.complained()).contains("The old key is kept", "entries of the contact register");
        assertThat(run("status")).isEqualTo(3);
        assertThat(installation.complained()).contains("keys replace --unfinished");

        try (Connection c =
                TestInstallation.as("tillit_owner", installation.data()).getConnection()) {
            run(c, "update contact set phone = ?", sound.get(0));
        }
        assertThat(run("replace", "--unfinished")).as(installation.complained()).isZero();
        assertThat(run("status")).isZero();
        reads();
    }

    @Test
    @DisplayName("somebody erased, nobody known, nothing said")
    void refuses() {
        assertThat(run("replace")).isEqualTo(2);
        assertThat(run("replace", "--unfinished", participant.toString())).isEqualTo(2);
        assertThat(run("replace", UUID.randomUUID().toString())).isEqualTo(1);
        assertThat(installation.complained()).contains("There is no key with this id");
        assertThat(run("replace", "--unfinished")).isZero();
        assertThat(installation.said()).contains("no replacement has stopped");

        Application keys = application();
        keys.subjects().beginDestruction(subject());
        keys.subjects().destroy(subject());
        assertThat(run("replace", participant.toString()))
                .as(installation.complained())
                .isZero();
        assertThat(installation.said()).contains("erased meanwhile");
    }

    private void change(String sql) throws SQLException {
        try (Connection c =
                        TestInstallation.as("tillit_owner", installation.data()).getConnection();
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }
}
