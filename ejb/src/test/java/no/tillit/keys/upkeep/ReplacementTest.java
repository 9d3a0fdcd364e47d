package no.tillit.keys.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.tillit.kernel.Clock;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.upkeep.Replacement.Outcome;
import no.tillit.keys.upkeep.Replacement.Step;
import no.tillit.storage.BlobSweep;
import no.tillit.storage.SweepingBlobs;
import no.tillit.storage.internal.FileStorage;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("replacing a subject's key that may be known")
class ReplacementTest extends SomebodyKnown {
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

    private static void asOwner(String sql) throws SQLException {
        try (var connection = TestDatabases.tillitOwner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
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
