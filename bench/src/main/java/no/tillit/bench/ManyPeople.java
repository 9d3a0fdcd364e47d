package no.tillit.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldContext;
import no.tillit.keys.NewDocumentKey;
import no.tillit.keys.SealedBeside;
import no.tillit.keys.internal.SubjectKeyRow;
import no.tillit.participant.Pseudonym;
import no.tillit.storage.ContentContext;
import no.tillit.storage.ContentRole;
import no.tillit.storage.EncryptedBlobs;
import no.tillit.storage.StoredBlob;

/**
 * Puts people straight into databases and storage as if each had been registered, had signed a form, and had been interviewed: keys,
 * rows and files that the application itself has and opens. Files are not forced to the disk, rows go in by COPY with the triggers
 * of disposal dates switched off, and by two threads; {@link #fill} returns when all of it has been written out.
 */
final class ManyPeople {
    /** Documents of each interview. */
    static final int DOCUMENTS = 20;

    /** Records of each person besides them. */
    static final int OTHERS = 3;

    private static final int PLAINTEXT = 4_000;
    private static final int CHUNK = 100;
    private static final int THREADS = 2;
    private static final List<String> WITH_TRIGGER =
            List.of("participant", "consent", "interview", "interview_participant", "document");
    private static final String FILLED =
            "participant, consent, consent_decision, consent_standing, interview, interview_participant, document, document_share,"
                    + " disposal";

    private final Database database;
    private final BenchKeys keys;
    private final EncryptedBlobs blobs;
    private final Queue<Chunk> waiting = new ConcurrentLinkedQueue<>();
    private final LocalDate today = LocalDate.now(Clock.ZONE);

    ManyPeople(Database database) throws IOException {
        this.database = database;
        this.keys = database.keys();
        this.blobs = EncryptedBlobs.over(new UnforcedFiles(database.blobs()), keys.installation);
    }

    /** People of one project, by the numbers of their pseudonyms. */
    private record Chunk(UUID project, UUID sample, int from, int to, int dueEvery) {}

    /**
     * Plans people with an interview of {@value #DOCUMENTS} transcripts each.
     *
     * @param dueEvery of every so manieth the first document is notes, and no record's day is settled; 0 for nobody
     */
    void plan(UUID project, UUID sample, int people, int dueEvery) {
        for (int from = 1; from <= people; from += CHUNK) {
            waiting.add(new Chunk(project, sample, from, Math.min(people, from + CHUNK - 1), dueEvery));
        }
    }

    /** Puts in what was planned. */
    void fill() throws SQLException, IOException, InterruptedException {
        switchTriggers("DISABLE");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> {
                    work();
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            switchTriggers("ENABLE");
        }
        database.asOwner("VACUUM ANALYZE " + FILLED);
        new ProcessBuilder("sync").inheritIO().start().waitFor();
    }

    private void switchTriggers(String how) throws SQLException {
        for (String table : WITH_TRIGGER) {
            database.asOwner("ALTER TABLE " + table + " " + how + " TRIGGER disposal");
        }
    }

    private void work() throws SQLException, IOException {
        Random random = new Random(7);
        byte[] content = new byte[PLAINTEXT];
        try (Connection data = database.owner();
                Connection keyDatabase = database.keysOwner()) {
            data.setAutoCommit(false);
            for (Chunk chunk = waiting.poll(); chunk != null; chunk = waiting.poll()) {
                random.nextBytes(content);
                new Filling(chunk, content).fill(data, keyDatabase);
                data.commit();
            }
        }
    }

    /** The rows of one chunk. */
    private final class Filling {
        private final CopyText subjectKeys = new CopyText(
                "subject_key", "subject, key_id, version, root_version, wrapped, key_check_value, state, created_at");
        private final CopyText participants = new CopyText(
                "participant",
                "id, project_id, pseudonym, sample_id, legal_basis, state, registered_at, registered_by");
        private final CopyText consents = new CopyText(
                "consent",
                "id, project_id, participant_id, signed_on, method, language, decided, round, captured_at, captured_by");
        private final CopyText decisions = new CopyText("consent_decision", "consent_id, item, given, participant_id");
        private final CopyText standings =
                new CopyText("consent_standing", "participant_id, project_id, item, state, consent_id, since");
        private final CopyText interviews = new CopyText(
                "interview", "id, project_id, kind, state, held_on, minutes, recorded, created_at, created_by");
        private final CopyText taking =
                new CopyText("interview_participant", "interview_id, participant_id, pseudonym");
        private final CopyText documents = new CopyText(
                "document",
                "id, project_id, type, format, state, attached_to, data_day, key_id, name_owner, file_name, original_blob,"
                        + " original_length, original_stored_length, original_sha256, text_cut, received_at, received_by");
        private final CopyText shares = new CopyText("document_share", "document_id, subject_id, pseudonym, wrapped");
        private final CopyText disposals = new CopyText(
                "disposal", "kind, record_id, project_id, participant_id, covers, stale, decision, reason, due_on");

        private final Chunk chunk;
        private final byte[] content;
        private final Instant now = new Clock().now();

        Filling(Chunk chunk, byte[] content) {
            this.chunk = chunk;
            this.content = content;
        }

        void fill(Connection data, Connection keyDatabase) throws SQLException, IOException {
            for (int n = chunk.from(); n <= chunk.to(); n++) {
                person(n, Pseudonym.numbered(n).value());
            }
            subjectKeys.send(keyDatabase);
            for (CopyText rows : List.of(
                    participants, consents, decisions, standings, interviews, taking, documents, shares, disposals)) {
                rows.send(data);
            }
        }

        private void person(int n, String pseudonym) {
            UUID id = UUID.randomUUID();
            UUID consent = UUID.randomUUID();
            UUID interview = UUID.randomUUID();
            SubjectId subject = new SubjectId(id);
            SubjectKeyRow key = keys.make(subject);
            subjectKeys.row(
                    id,
                    key.keyId(),
                    key.version(),
                    key.rootVersion(),
                    key.wrapped(),
                    key.keyCheckValue(),
                    "ACTIVE",
                    now);
            UUID project = chunk.project();
            participants.row(id, project, pseudonym, chunk.sample(), "CONSENT", "ACTIVE", now, "bench");
            consents.row(consent, project, id, today.minusDays(20), "PAPER", "nb", "INTERVIEW=true", 0, now, "bench");
            decisions.row(consent, "INTERVIEW", true, id);
            standings.row(id, project, "INTERVIEW", "GIVEN", consent, today.minusDays(20));
            interviews.row(
                    interview, project, "INDIVIDUAL", "TRANSCRIBED", today.minusDays(10), 60, false, now, "bench");
            taking.row(interview, id, pseudonym);
            disposal("participant", id, id, "PARTICIPANT");
            disposal("consent", id, id, "CONSENT");
            disposal("interview", interview, id, "INTERVIEW");
            for (int k = 0; k < DOCUMENTS; k++) {
                boolean due = k == 0 && chunk.dueEvery() > 0 && n % chunk.dueEvery() == 0;
                document(subject, interview, pseudonym, due ? "INTERVIEW_NOTES" : "TRANSCRIPT");
            }
            keys.forget(subject);
        }

        private void document(SubjectId subject, UUID interview, String pseudonym, String type) {
            UUID id = UUID.randomUUID();
            UUID keyId = UUID.randomUUID();
            UUID project = chunk.project();
            var name = new SealedBeside(subject, new FieldContext("document", "file_name", id), "intervju.txt");
            try (NewDocumentKey key = keys.documents.create(keyId, Set.of(subject), name)) {
                StoredBlob stored = blobs.write(
                        key.key(),
                        new ContentContext(new ProjectId(project), Set.of(subject), id, 1, ContentRole.ORIGINAL),
                        new ByteArrayInputStream(content));
                documents.row(
                        id,
                        project,
                        type,
                        "TXT",
                        "AVAILABLE",
                        interview,
                        today.minusDays(10),
                        keyId,
                        subject.value(),
                        key.field(),
                        stored.id().value(),
                        stored.plaintextLength(),
                        stored.ciphertextLength(),
                        stored.sha256(),
                        false,
                        now,
                        "bench");
                shares.row(id, subject.value(), pseudonym, key.shares().get(0).wrapped());
            }
            disposal("document", id, subject.value(), type);
        }

        /** As the rules have settled it, or will yet in a project where something is due. */
        private void disposal(String kind, UUID record, UUID person, String covers) {
            boolean stale = chunk.dueEvery() > 0;
            disposals.row(
                    kind,
                    record,
                    chunk.project(),
                    person,
                    covers,
                    stale,
                    stale ? null : "DISPOSE",
                    stale ? null : "processing-ended",
                    stale ? null : BenchProject.LAST_DAY.plusDays(1));
        }
    }
}
