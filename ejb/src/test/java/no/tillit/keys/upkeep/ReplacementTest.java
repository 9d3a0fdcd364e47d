package no.tillit.keys.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import no.tillit.access.Role;
import no.tillit.document.DocumentContent;
import no.tillit.document.IncomingFile;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldContext;
import no.tillit.keys.KeyDestroyed;
import no.tillit.keys.KeyState;
import no.tillit.keys.Tampered;
import no.tillit.keys.internal.KeyStoreFile;
import no.tillit.keys.upkeep.Replacement.Outcome;
import no.tillit.keys.upkeep.Replacement.Step;
import no.tillit.participant.Contact;
import no.tillit.participant.ContactRegister;
import no.tillit.storage.BlobSweep;
import no.tillit.storage.SweepingBlobs;
import no.tillit.storage.internal.FileStorage;
import no.tillit.testing.KeyRing;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("replacing a subject's key that may be known")
class ReplacementTest {
    private static final Replacement.Progress SILENT = (step, what) -> {};

    @TempDir
    private Path blobs = Path.of("");

    private PeopleUnderKeys people;

    @BeforeEach
    void somebodyIsKnown() {
        people = new PeopleUnderKeys(blobs);
    }

    private Replacement replacement() {
        return ReplacementChild.over(KeyRing.sharedFile(), TestDatabases.keys(), TestDatabases.tillit(), blobs);
    }

    @Test
    @DisplayName("everything reads as before, nothing of it is as it lay there, and the old key leaves a tombstone")
    void replaces() throws Exception {
        Set<String> files = files();
        List<String> ciphertexts = ciphertexts();
        List<Step> steps = new ArrayList<>();
        assertThat(replacement().plan(people.subject())).anyMatch(line -> line.contains("encrypt anew: 2 documents"));

        Outcome outcome = replacement().run(people.subject(), (step, what) -> {
            steps.add(step);
            assertThat(what).doesNotContain(people.subject().value().toString());
        });

        assertThat(outcome).isEqualTo(Outcome.REPLACED);
        assertThat(steps).containsSubsequence(Step.values());
        people.allReads();
        assertThat(files()).hasSameSizeAs(files).doesNotContainAnyElementsOf(files);
        assertThat(ciphertexts()).hasSameSizeAs(ciphertexts).doesNotContainAnyElementsOf(ciphertexts);
        assertThat(
                        count(
                                "select count(*) from replaced_key where subject = ? and state = 'DESTROYED' and wrapped is null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from subject_key where subject = ? and version = 2 and state = 'ACTIVE'"))
                .isEqualTo(1);
        assertThat(replacement().unfinished()).doesNotContain(people.subject());
    }

    @Test
    @DisplayName("killed after any step, it goes on; everything reads at every moment")
    void killed() throws Exception {
        for (Step step : Step.values()) {
            ReplacementChild.killedAfter(step, blobs, people.subject());

            people.allReads();
            people.reachable();
            people.upload("etter.txt", step.name().getBytes(StandardCharsets.UTF_8));
            boolean unfinished = replacement().unfinished().contains(people.subject());
            assertThat(unfinished).as(step.name()).isEqualTo(step != Step.BEGUN && step != Step.DESTROYED);
            if (unfinished) {
                within(() -> replacement().run(people.subject(), SILENT));
            }
            people.allReads();
            assertThat(files()).as(step.name()).hasSize(people.documents() * 2 - 1);
        }
        assertThat(count("select count(*) from replaced_key where subject = ? and state = 'DESTROYED'"))
                .isEqualTo(Step.values().length - 1);
    }

    @Test
    @DisplayName("failed after any record, it goes on, too")
    void failed() throws Exception {
        for (int stop = 1; ; stop++) {
            int last = stop;
            int[] reached = {0};
            try {
                replacement().run(people.subject(), (step, what) -> {
                    if (++reached[0] == last) {
                        throw new IllegalStateException("as if the disk were full");
                    }
                });
                break;
            } catch (IllegalStateException asIf) {
                people.allReads();
            }
        }
        people.allReads();
    }

    @Test
    @DisplayName("people write, send and read meanwhile; nothing is lost and nothing is taken for damaged")
    void whileRunning() throws Exception {
        AtomicBoolean go = new AtomicBoolean(true);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> writing = pool.submit(() -> {
                for (int i = 0; go.get(); i++) {
                    people.reachable();
                    people.upload("nytt.txt", ("Nytt " + i).getBytes(StandardCharsets.UTF_8));
                }
            });
            Future<?> reading = pool.submit(() -> {
                while (go.get()) {
                    PeopleUnderKeys.read(people.open(people.aDocument()));
                }
            });
            for (int i = 0; i < 3; i++) {
                assertThat(replacement().run(people.subject(), SILENT)).isEqualTo(Outcome.REPLACED);
            }
            go.set(false);
            writing.get();
            reading.get();
        } finally {
            go.set(false);
            pool.shutdown();
        }
        people.allReads();
        assertThat(people.house.audited).noneMatch(entry -> "document-damaged".equals(entry.reason()));
    }

    @Test
    @DisplayName("an upload that began before and ends after it is kept under the new key")
    void uploadUnderWay() {
        byte[] content = "Begynt før, slutt etter.".getBytes(StandardCharsets.UTF_8);
        var body = new SequenceInputStream(
                new ByteArrayInputStream(content, 0, 10), new ByteArrayInputStream(content, 10, content.length - 10) {
                    @Override
                    public synchronized int read(byte[] into, int at, int length) {
                        replaceOnce();
                        return super.read(into, at, length);
                    }
                });

        people.upload(new IncomingFile(body, OptionalLong.of(content.length), "lang.txt", null), content);

        assertThat(replacedOnce).isTrue();
        people.allReads();
        assertThat(replacement().run(people.subject(), SILENT)).isEqualTo(Outcome.REPLACED);
        people.allReads();
    }

    private boolean replacedOnce;

    private void replaceOnce() {
        if (!replacedOnce) {
            replacedOnce = true;
            assertThat(replacement().run(people.subject(), SILENT)).isEqualTo(Outcome.REPLACED);
        }
    }

    @Test
    @DisplayName("a download that was allowed before it and begins after it gets the content from where it lies now")
    void downloadUnderWay() {
        DocumentContent before = people.open(people.aDocument());

        replacement().run(people.subject(), SILENT);

        assertThat(PeopleUnderKeys.read(before)).isEqualTo(PeopleUnderKeys.read(people.open(people.aDocument())));
        assertThat(people.house.audited).noneMatch(entry -> "document-damaged".equals(entry.reason()));
    }

    @Test
    @DisplayName("a transaction that sealed by the old key is waited for before anything is moved")
    void waitsForWriters() throws Exception {
        CountDownLatch sealed = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        List<Step> reached = java.util.Collections.synchronizedList(new ArrayList<>());
        CountDownLatch replaced = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> writer = pool.submit(() -> {
                people.house.as("jonas", Role.CASEWORKER).does(() -> {
                    people.house
                            .the(ContactRegister.class)
                            .put(
                                    people.someone,
                                    new Contact("Åse Prøve", "99887766", null, null, null),
                                    Purpose.FOLLOW_UP);
                    sealed.countDown();
                    await(commit);
                });
            });
            await(sealed);
            Future<Outcome> job = pool.submit(() -> replacement().run(people.subject(), (step, what) -> {
                reached.add(step);
                if (step == Step.REPLACED) {
                    replaced.countDown();
                }
            }));
            await(replaced);
            assertThat(reached).containsExactly(Step.BEGUN, Step.REPLACED);
            commit.countDown();
            writer.get();
            assertThat(job.get()).isEqualTo(Outcome.REPLACED);
        } finally {
            commit.countDown();
            pool.shutdown();
        }
        people.house.as("jonas", Role.CASEWORKER);
        Contact contact = people.house.doing(
                () -> people.house.the(ContactRegister.class).read(people.someone, Purpose.FOLLOW_UP));
        assertThat(contact.phone()).isEqualTo("99887766");
    }

    @Test
    @DisplayName("whoever is erased meanwhile stays erased: both keys go, and nothing provisions anybody again")
    void erasedMeanwhile() throws Exception {
        var keys = KeyRing.shared().subjects();
        for (Step step : List.of(Step.REPLACED, Step.MOVED, Step.RECORDED)) {
            people = new PeopleUnderKeys(blobs);
            SubjectId subject = people.subject();

            Outcome outcome = replacement().run(subject, (at, what) -> {
                if (at == step && keys.state(subject) == KeyState.ACTIVE) {
                    keys.beginDestruction(subject);
                    keys.destroy(subject);
                }
            });

            assertThat(outcome).as(step.name()).isIn(Outcome.ERASED, Outcome.REPLACED);
            assertThat(keys.state(subject)).isEqualTo(KeyState.DESTROYED);
            assertThat(count("select count(*) from subject_key where subject = ? and wrapped is not null"))
                    .isZero();
            assertThat(count("select count(*) from replaced_key where subject = ? and wrapped is not null"))
                    .isZero();
            assertThat(replacement().run(subject, SILENT)).isEqualTo(Outcome.ERASED);
            assertThatThrownBy(() -> keys.provision(subject)).isInstanceOf(KeyDestroyed.class);
        }
    }

    @Test
    @DisplayName(
            "what does not open keeps the old key and is named; all else is moved, and it goes on when that is gone")
    void damaged() throws Exception {
        String victim = people.aDocument().value().toString();
        asOwner("update document set original_sha256 = sha256(original_sha256) where id = '" + victim + "'");

        assertThatThrownBy(() -> replacement().run(people.subject(), SILENT))
                .isInstanceOf(UpkeepRefused.class)
                .hasMessageContaining("The old key is kept")
                .hasMessageContaining("documents " + victim);

        assertThat(count("select count(*) from replaced_key where subject = ? and state = 'RETIRING'"))
                .isEqualTo(1);
        asOwner("delete from document where id = '" + victim + "'");
        assertThat(replacement().run(people.subject(), SILENT)).isEqualTo(Outcome.REPLACED);
    }

    @Test
    @DisplayName("the rows name each blob once, and the sweeper takes no new one and every forgotten old one")
    void blobsOfBothKeys() throws Exception {
        Set<String> before = files();
        ReplacementChild.killedAfter(Step.VERIFIED, blobs, people.subject());
        Set<String> both = files();
        assertThat(both).hasSize(before.size() * 2).containsAll(before);
        var later = new Clock(java.time.Clock.fixed(new Clock().now().plus(Duration.ofHours(25)), Clock.ZONE));
        Set<String> known = named();

        BlobSweep swept = new SweepingBlobs(new FileStorage(blobs), later)
                .sweep(Duration.ofHours(24), blob -> known.contains(blob.value().toString()));

        assertThat(swept.unknown()).isEqualTo(before.size());
        assertThat(files()).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
        people.allReads();
        within(() -> replacement().run(people.subject(), SILENT));
        people.allReads();
    }

    @Test
    @DisplayName("a project's key, too: people are still found by their numbers, under either key while it lasts")
    void projectKey() throws Exception {
        SubjectId project = SubjectId.of(people.project);
        List<String> hashes = hashes();

        Outcome outcome = replacement().run(project, (step, what) -> people.allReads());

        assertThat(outcome).isEqualTo(Outcome.REPLACED);
        people.allReads();
        assertThat(hashes()).hasSameSizeAs(hashes).doesNotContainAnyElementsOf(hashes);
    }

    @Test
    @DisplayName("the root is rotated between a stop and the next run: both keys go under the new root")
    void rotationBetween(@TempDir Path folder) {
        DataSource keys = TestDatabases.freshKeys();
        KeyPlace place =
                new KeyPlace(new KeyStoreFile(folder.resolve("root.bcfks"), KeyRing.PASSPHRASE.toCharArray()), keys);
        KeyRing ring = KeyRing.over(keys, place.store());
        SubjectId subject = ring.aSubject();
        FieldContext field = new FieldContext("contact", "phone", subject.value());
        byte[] before = ring.fields().encrypt(subject, field, "invented");
        var replacement = new Replacement(
                place, TestDatabases.tillit(), name -> Optional.empty(), List.of(), (a, s, k) -> {}, new Clock());
        assertThatThrownBy(() -> replacement.run(subject, stoppingAt(Step.REPLACED)))
                .hasMessage("stopped");
        byte[] after = ring.fields().encrypt(subject, field, "invented");
        assertThat(KeyStatus.of(place).retiring()).isEqualTo(1);

        assertThat(new Rotation(place, new Clock()).run((step, what) -> {})).isEqualTo(2);

        assertThat(ring.fields().decrypt(subject, field, before)).isEqualTo("invented");
        assertThat(ring.fields().decrypt(subject, field, after)).isEqualTo("invented");
        assertThat(replacement.run(subject, SILENT)).isEqualTo(Outcome.REPLACED);
        assertThat(ring.fields().decrypt(subject, field, after)).isEqualTo("invented");
        assertThatThrownBy(() -> ring.fields().decrypt(subject, field, before)).isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> new Rotation(place, new Clock()).run((step, what) -> {
                    if (step == Rotation.Step.RECORDED) {
                        throw new IllegalStateException("stopped");
                    }
                }))
                .hasMessage("stopped");
        assertThatThrownBy(() -> replacement.run(subject, SILENT)).hasMessageContaining("Run keys rotate first");
    }

    private static Replacement.Progress stoppingAt(Step stop) {
        return (step, what) -> {
            if (step == stop) {
                throw new IllegalStateException("stopped");
            }
        };
    }

    /** The names of all blobs in the folder. */
    private Set<String> files() throws IOException {
        try (var all = Files.walk(blobs)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()).replace(".blob", ""))
                    .collect(Collectors.toSet());
        }
    }

    /** The blobs that rows name. */
    private static Set<String> named() throws SQLException {
        return Set.copyOf(column(TestDatabases.tillitOwner(), "select blob::text from stored_blob"));
    }

    /** Whatever of the rows lies under the person's key. */
    private List<String> ciphertexts() throws SQLException {
        return column(TestDatabases.tillitOwner(), """
                select encode(unnest(array[name, phone, email]), 'hex') from contact where participant_id = '%1$s'
                union all select encode(s.wrapped, 'hex') from document_share s join document_share mine
                  using (document_id) where mine.subject_id = '%1$s'
                union all select encode(file_name, 'hex') from document where name_owner = '%1$s'""".formatted(people.someone.value()));
    }

    /** Whatever lies under the project's key. */
    private List<String> hashes() throws SQLException {
        return column(
                TestDatabases.tillitOwner(),
                "select encode(unnest(array[phone_hash, email_hash]), 'hex') from contact where participant_id = '"
                        + people.someone.value() + "'");
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(column(TestDatabases.keysOwner(), sql.replace("?", "'" + people.someone.value() + "'"))
                .get(0));
    }

    private static List<String> column(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    private static void asOwner(String sql) throws SQLException {
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The killed process's lock ends when the database notices that it is gone. */
    private static void within(Runnable run) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (true) {
            try {
                run.run();
                return;
            } catch (UpkeepRefused e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }
}
