package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.tillit.access.Role;
import no.tillit.erasure.internal.Certificates;
import no.tillit.erasure.internal.RegisterUnusable;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.keys.KeyState;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName(
        "Whatever goes wrong in a deletion, nothing is lost that stays, kept that goes, or certified that did not happen")
class DeletionFaultsTest {
    private Office office;
    private Path folder;
    private ParticipantId someone;
    private UUID transcript;

    @BeforeEach
    void open(@TempDir Path folder) {
        this.folder = folder;
        office = new Office(folder);
        someone = office.aParticipant();
        transcript = office.documents.keep(someone, "interview");
        office.withdraws(someone);
    }

    @Test
    @DisplayName("somebody erased twice: the second deletion claims nothing that the first one did")
    void twice() throws IOException {
        DeletionPreview first = office.approve("henrik", office.proposeWithdrawal("marit", someone));
        DeletionPreview second = office.approve("henrik", office.proposeManual(someone));
        office.carryOut(first.job().id());
        office.carryOut(second.job().id());
        DeletionPreview done = office.open(second.job().id());
        assertThat(done.job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(done.lines()).isEmpty();
        assertThat(done.notes()).contains(PreviewNote.ERASED_BEFORE);
        assertThat(text(first.job().id())).contains("abab".repeat(16)).doesNotContain("Dette var slettet før");
        assertThat(text(second.job().id()))
                .contains("Dette var slettet før", "En tidligere bekreftelse", "ødela ingen deltakernøkkel")
                .doesNotContain("abab".repeat(16), "Nøklenes kontrollverdier");
    }

    @Test
    @DisplayName("somebody erased already is not proposed again")
    void erasedAlready() {
        office.carryOut(office.approve("henrik", office.proposeWithdrawal("marit", someone))
                .job()
                .id());
        refusedWith("nothing-to-erase", () -> office.proposeManual(someone));
    }

    @Test
    @DisplayName(
            "something that slipped in after the approval is found, keeps the certificate away, and goes by a proposal of its own")
    void slippedIn() {
        DeletionJobId id = office.approve("henrik", office.proposeWithdrawal("marit", someone))
                .job()
                .id();
        UUID late = office.documents.keep(someone, "interview");
        office.carryOut(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.PARTLY_FAILED);
        assertThat(office.documents.has(late)).isTrue();
        DeletionPreview again = office.proposeManual(someone);
        assertThat(again.progress().total()).isEqualTo(1);
        office.approve("henrik", again);
        office.carryOut(again.job().id());
        office.retry("henrik", id);
        office.carryOut(id);
        assertThat(List.of(
                        office.open(id).job().state(),
                        office.open(again.job().id()).job().state()))
                .containsOnly(DeletionState.COMPLETED);
    }

    @Test
    @DisplayName("an approver who lost the role before the approval finds nothing to approve")
    void roleLostBefore() {
        DeletionPreview proposed = office.proposeWithdrawal("marit", someone);
        for (Role left : List.of(Role.RESEARCHER, Role.PROJECT_LEAD)) {
            office.house.as("henrik", left);
            assertThatThrownBy(() -> office.house.doing(() -> office.house
                            .the(DecidingDeletion.class)
                            .approve(proposed.job().id(), 1, no.tillit.kernel.Purpose.DATA_PROTECTION)))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    @DisplayName(
            "an approval counts in the role it was given in, whoever loses it later; the certificate names that role")
    void roleLostAfter() throws IOException {
        DeletionJobId id = office.approve("henrik", office.proposeWithdrawal("marit", someone))
                .job()
                .id();
        office.house.as("henrik", Role.RESEARCHER);
        office.carryOut(id);
        assertThat(text(id)).contains("henrik", "privacy-officer");
    }

    @Test
    @DisplayName("the register's disk is full in the middle of it: no key is destroyed, and no line of it stays half")
    void registerFullInTheMiddle() throws IOException {
        for (int i = 0; i < 260; i++) {
            office.aParticipant();
        }
        office.endsOn(Office.TODAY.minusDays(1));
        DeletionJobId id = office.approve(
                        "henrik",
                        office.propose("marit", new NewDeletion(office.project, null, DeletionCause.END_OF_PROCESSING)))
                .job()
                .id();
        office.claim(id);
        var work = office.work();
        office.house.does(() -> work.begin(id));
        ParticipantId reached = office.house.doing(() -> work.registerSubjects(id, null));
        Path file = folder.resolve("erased");
        Path aside = folder.resolve("aside");
        Files.move(file, aside);
        Files.createDirectory(file);
        assertThatThrownBy(() -> office.house.doing(() -> work.registerSubjects(id, reached)))
                .isInstanceOf(RegisterUnusable.class);
        office.house.does(() -> office.ending().endPartlyFailed(id));
        assertThat(office.keyOf(someone)).isEqualTo(KeyState.ACTIVE);
        assertThat(office.documents.has(transcript)).isTrue();
        Files.delete(file);
        Files.move(aside, file);
        office.retry("henrik", id);
        office.carryOut(id);
        assertThat(office.keyOf(someone)).isEqualTo(KeyState.DESTROYED);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
        // Everybody once, and the project's own key.
        assertThat(Files.readAllLines(file)).hasSize(262);
    }

    @Test
    @DisplayName("the store of certificates is full: nothing is called completed until the certificate is filed")
    void certificatesFull() {
        Certificates real = office.house.the(Certificates.class);
        boolean[] full = {true};
        office.house.holding(Certificates.class, new Certificates() {
            @Override
            public void add(StoredCertificate certificate) {
                if (full[0]) {
                    throw new IllegalStateException("No space left on device");
                }
                real.add(certificate);
            }

            @Override
            public java.util.Optional<StoredCertificate> find(DeletionJobId job) {
                return real.find(job);
            }
        });
        DeletionJobId id = office.approve("henrik", office.proposeWithdrawal("marit", someone))
                .job()
                .id();
        office.claim(id);
        office.prepare(id);
        office.eraseItems(id);
        assertThatThrownBy(() -> office.finish(id)).hasMessageContaining("No space");
        office.house.does(() -> office.ending().endPartlyFailed(id));
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.PARTLY_FAILED);
        assertThatThrownBy(() -> office.certificate(id)).isInstanceOf(CertificateNotIssued.class);
        full[0] = false;
        office.retry("henrik", id);
        office.carryOut(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(office.certificate(id).pdf()).isNotEmpty();
    }

    @Test
    @DisplayName("two nodes that begin at the same moment: one has the job, again and again")
    void twoNodes() throws InterruptedException, ExecutionException {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                ParticipantId next = office.aParticipant();
                DeletionJobId id = office.approve("henrik", office.proposeManual(next))
                        .job()
                        .id();
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Boolean>> claims =
                        nodes.invokeAll(List.of(() -> atOnce(together, id), () -> atOnce(together, id)));
                assertThat(claims.get(0).get() ^ claims.get(1).get()).isTrue();
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    @DisplayName("a node that was thought dead comes back after another has finished: it changes nothing any more")
    void backFromTheDead() {
        DeletionJobId id = office.approve("henrik", office.proposeWithdrawal("marit", someone))
                .job()
                .id();
        office.claim(id);
        office.prepare(id);
        var stale = office.pending(id);
        office.fallsSilent(id);
        office.nodes.be(UUID.randomUUID());
        office.carryOut(id);
        office.nodes.be(null);
        assertThatThrownBy(() -> office.erase(id, List.of(stale.get(0)))).isInstanceOf(IllegalStateException.class);
        office.house.does(() -> office.ending().endPartlyFailed(id));
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(office.open(id).progress()).isEqualTo(new DeletionProgress(2, 2, 0));
    }

    @Test
    @DisplayName("the disk is gone in the middle: what went is counted, what did not is tried again, the rest stands")
    void diskGone() {
        UUID second = office.documents.keep(someone, "interview");
        office.documents.stick(second);
        DeletionJobId id = office.approve("henrik", office.proposeWithdrawal("marit", someone))
                .job()
                .id();
        office.carryOut(id);
        assertThat(office.documents.has(transcript)).isFalse();
        assertThat(office.documents.has(second)).isTrue();
        assertThat(office.open(id).progress().failed()).isPositive();
        assertThatThrownBy(() -> office.certificate(id)).isInstanceOf(CertificateNotIssued.class);
        office.documents.loosen();
        office.retry("henrik", id);
        office.carryOut(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
    }

    private boolean atOnce(CyclicBarrier together, DeletionJobId id) throws Exception {
        office.house.as("system", Role.SYSTEM);
        office.nodes.be(UUID.randomUUID());
        together.await();
        return office.claim(id);
    }

    private static void refusedWith(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private String text(DeletionJobId id) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(office.certificate(id).pdf())) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
