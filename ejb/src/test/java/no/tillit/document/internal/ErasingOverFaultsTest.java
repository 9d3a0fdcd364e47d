package no.tillit.document.internal;

import static no.tillit.testing.DocumentHouse.consent;
import static no.tillit.testing.DocumentHouse.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.tillit.access.Role;
import no.tillit.consent.ConsentItem;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentType;
import no.tillit.erasure.DecidingDeletion;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionPreview;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ErasureStep;
import no.tillit.erasure.NewDeletion;
import no.tillit.erasure.ProposingDeletion;
import no.tillit.erasure.ReadingDeletionJobs;
import no.tillit.erasure.internal.ErasureRegister;
import no.tillit.erasure.internal.LogEvidence;
import no.tillit.erasure.internal.RegisterFile;
import no.tillit.interview.AttachingToInterview;
import no.tillit.interview.CreatingInterview;
import no.tillit.interview.InterviewKind;
import no.tillit.interview.NewInterview;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.project.internal.ApprovalEndDates;
import no.tillit.retention.EndDates;
import no.tillit.storage.BlobId;
import no.tillit.storage.Storage;
import no.tillit.testing.AProject;
import no.tillit.testing.DeletionRun;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.MemoryStorage;
import no.tillit.testing.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Erasing documents over a store that fails")
class ErasingOverFaultsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Stubborn storage = new Stubborn();
    private final House house = DocumentHouse.over(storage);
    private final AProject project = AProject.in(house);
    private ParticipantId someone = project.aParticipant();
    private DocumentId first;
    private DocumentId second;

    /** Keeps what it is told to keep, and is away when it is told to be. */
    private static final class Stubborn implements Storage {
        private final MemoryStorage blobs = new MemoryStorage(() -> Instant.EPOCH);
        private final Set<BlobId> readOnly = ConcurrentHashMap.newKeySet();
        private volatile boolean away;

        @Override
        public boolean delete(BlobId id) throws IOException {
            if (away || readOnly.contains(id)) {
                throw new IOException(away ? "the store does not answer" : "read-only");
            }
            return blobs.delete(id);
        }

        @Override
        public Writing begin(BlobId id) throws IOException {
            return blobs.begin(id);
        }

        @Override
        public Reading open(BlobId id) throws IOException {
            return blobs.open(id);
        }

        @Override
        public boolean exists(BlobId id) throws IOException {
            return blobs.exists(id);
        }

        @Override
        public void eachKept(Instant before, Visitor visitor) throws IOException {
            blobs.eachKept(before, visitor);
        }

        @Override
        public void eachUnfinished(Instant before, Visitor visitor) throws IOException {
            blobs.eachUnfinished(before, visitor);
        }

        @Override
        public void abandon(BlobId id) throws IOException {
            blobs.abandon(id);
        }
    }

    @BeforeEach
    void twoDocuments(@TempDir Path register) {
        house.holding(LogEvidence.class, new DeletionRun.MadeUpEvidence())
                .holding(
                        ErasureRegister.class,
                        new ErasureRegister(TestDatabases.keys(), new RegisterFile(register.resolve("erased"))))
                .with(ErasureStep.class, house.the(ErasingDocuments.class))
                .with(EndDates.class, house.the(ApprovalEndDates.class));
        someone = project.aParticipant();
        house.on(DAY).as("ingrid", Role.RESEARCHER);
        consent(house, someone, DAY, Purpose.RESEARCH, ConsentItem.INTERVIEW);
        first = transcript("en.txt");
        second = transcript("to.txt");
    }

    @Test
    @DisplayName("a blob that is missing already is no failure: the row goes, and everything completes")
    void missing() throws IOException {
        storage.blobs.delete(blobOf(first));
        DeletionJobId id = approved();
        new DeletionRun(house).carryOut(id);
        assertThat(stateOf(id)).isEqualTo(DeletionState.COMPLETED);
        assertThat(List.of(isKept(first), isKept(second))).containsOnly(false);
    }

    @Test
    @DisplayName(
            "a blob that cannot be removed keeps its row and the certificate away, and goes when it is tried again")
    void readOnly() {
        BlobId blob = blobOf(first);
        storage.readOnly.add(blob);
        DeletionJobId id = approved();
        new DeletionRun(house).carryOut(id);
        assertThat(stateOf(id)).isEqualTo(DeletionState.PARTLY_FAILED);
        assertThat(List.of(isKept(first), isKept(second))).containsExactly(true, false);
        storage.readOnly.clear();
        retry(id);
        assertThat(stateOf(id)).isEqualTo(DeletionState.COMPLETED);
        assertThat(isKept(first)).isFalse();
    }

    @Test
    @DisplayName("a store that is away loses no row of what is still in it; nothing is called gone")
    void away() throws IOException {
        BlobId blob = blobOf(first);
        storage.away = true;
        DeletionJobId id = approved();
        new DeletionRun(house).carryOut(id);
        assertThat(stateOf(id)).isEqualTo(DeletionState.PARTLY_FAILED);
        assertThat(List.of(isKept(first), isKept(second))).containsOnly(true);
        assertThat(storage.exists(blob)).isTrue();
        storage.away = false;
        retry(id);
        assertThat(stateOf(id)).isEqualTo(DeletionState.COMPLETED);
        assertThat(storage.exists(blob)).isFalse();
    }

    private DocumentId transcript(String name) {
        house.as("ingrid", Role.RESEARCHER);
        var interview = house.doing(() -> house.the(CreatingInterview.class)
                .create(
                        project.id(),
                        new NewInterview(InterviewKind.INDIVIDUAL, DAY, List.of(someone), 45, false),
                        Purpose.RESEARCH)
                .id());
        var text = file(name, ("Intervjuer: Hva hjalp? " + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return house.doing(() -> house.the(AttachingToInterview.class)
                        .attach(interview, DocumentType.TRANSCRIPT, text, Purpose.RESEARCH))
                .id();
    }

    private DeletionJobId approved() {
        house.as("marit", Role.PRIVACY_OFFICER);
        DeletionPreview seen = house.doing(() -> house.the(ProposingDeletion.class)
                .propose(new NewDeletion(project.id(), someone, DeletionCause.MANUAL), Purpose.DATA_PROTECTION));
        house.as("henrik", Role.PRIVACY_OFFICER);
        house.does(() -> house.the(DecidingDeletion.class)
                .approve(seen.job().id(), seen.job().version(), Purpose.DATA_PROTECTION));
        return seen.job().id();
    }

    private void retry(DeletionJobId id) {
        house.as("henrik", Role.PRIVACY_OFFICER);
        house.does(() -> house.the(DecidingDeletion.class).retry(id, Purpose.DATA_PROTECTION));
        new DeletionRun(house).carryOut(id);
    }

    private DeletionState stateOf(DeletionJobId id) {
        house.as("marit", Role.PRIVACY_OFFICER);
        return house.doing(() -> house.the(ReadingDeletionJobs.class).open(id, Purpose.DATA_PROTECTION))
                .job()
                .state();
    }

    private BlobId blobOf(DocumentId id) {
        return house.doing(() ->
                house.the(Documents.class).find(id).orElseThrow().original().id());
    }

    private boolean isKept(DocumentId id) {
        return house.doing(() -> house.the(Documents.class).find(id).isPresent());
    }
}
