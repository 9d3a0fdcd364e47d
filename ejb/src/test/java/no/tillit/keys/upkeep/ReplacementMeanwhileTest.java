package no.tillit.keys.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
import no.tillit.testing.KeyRing;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What happens while a key is replaced")
class ReplacementMeanwhileTest extends SomebodyKnown {
    private boolean replacedOnce;

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

    private void replaceOnce() {
        if (!replacedOnce) {
            replacedOnce = true;
            assertThat(replacement().run(people.subject(), SILENT)).isEqualTo(Outcome.REPLACED);
        }
    }

    private static Replacement.Progress stoppingAt(Step stop) {
        return (step, what) -> {
            if (step == stop) {
                throw new IllegalStateException("stopped");
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
