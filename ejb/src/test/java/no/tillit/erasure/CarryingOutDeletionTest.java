package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.tillit.access.Role;
import no.tillit.erasure.internal.ErasureRegister;
import no.tillit.erasure.internal.RegisterEntry;
import no.tillit.erasure.internal.RegisterUnusable;
import no.tillit.erasure.internal.RepeatingErasure;
import no.tillit.kernel.ParticipantId;
import no.tillit.keys.KeyState;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarryingOutDeletionTest {
    private Office office;
    private Path folder;
    private ParticipantId someone;
    private ParticipantId other;
    private UUID transcript;
    private UUID recording;

    @BeforeEach
    void open(@TempDir Path folder) {
        this.folder = folder;
        office = new Office(folder);
        someone = office.aParticipant();
        other = office.aParticipant();
        transcript = office.documents.keep(someone, "interview");
        recording = office.documents.keep(someone, "audio-recording");
        office.documents.keep(other, "interview");
    }

    @Test
    @DisplayName("a whole withdrawal erases the person's records and key, and nobody else's, and is certified")
    void whole() throws IOException {
        DeletionJobId id = approvedWithdrawal();
        office.carryOut(id);
        DeletionPreview done = office.open(id);
        assertThat(done.job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(done.progress()).isEqualTo(new DeletionProgress(3, 3, 0));
        assertThat(office.documents.has(transcript)).isFalse();
        assertThat(office.people.has(someone.value())).isFalse();
        assertThat(office.keyOf(someone)).isEqualTo(KeyState.DESTROYED);
        assertThat(office.people.has(other.value())).isTrue();
        assertThat(office.keyOf(other)).isEqualTo(KeyState.ACTIVE);
        assertThat(registerOf(id)).extracting(RegisterEntry::subject).containsExactly(someone);
        StoredCertificate certificate = office.certificate(id);
        assertThat(text(certificate))
                .contains(id.value().toString(), "marit", "henrik", "Slettebekreftelse")
                .doesNotContain(someone.value().toString());
        assertThat(certificate.sha256()).hasSize(64);
    }

    @Test
    @DisplayName("withdrawing the recording erases it alone; the key stays and the register names the record")
    void byItem() {
        office.withdraws(someone, "audio-recording");
        DeletionPreview proposed = office.proposeWithdrawal("marit", someone);
        office.approve("henrik", proposed);
        DeletionJobId id = proposed.job().id();
        office.carryOut(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(office.documents.has(recording)).isFalse();
        assertThat(office.documents.has(transcript)).isTrue();
        assertThat(office.keyOf(someone)).isEqualTo(KeyState.ACTIVE);
        assertThat(registerOf(id)).extracting(RegisterEntry::record).containsExactly(recording);
    }

    @Test
    @DisplayName("what is held back is still there afterwards, with its key, and does not count as failed")
    void heldBack() {
        UUID bound = office.documents.keepBound(someone);
        DeletionJobId id = approvedWithdrawal();
        office.carryOut(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(office.documents.has(bound)).isTrue();
        assertThat(office.documents.has(transcript)).isFalse();
        assertThat(office.keyOf(someone)).isEqualTo(KeyState.ACTIVE);
    }

    @Test
    @DisplayName("the end of processing erases every participant of the project and their keys")
    void endOfProcessing() {
        office.endsOn(Office.TODAY.minusDays(1));
        DeletionPreview proposed =
                office.propose("marit", new NewDeletion(office.project, null, DeletionCause.END_OF_PROCESSING));
        assertThat(proposed.keys()).isEqualTo(2);
        office.approve("henrik", proposed);
        office.carryOut(proposed.job().id());
        assertThat(office.open(proposed.job().id()).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(List.of(office.keyOf(someone), office.keyOf(other))).containsOnly(KeyState.DESTROYED);
        List<RegisterEntry> entered = registerOf(proposed.job().id());
        assertThat(entered.stream().map(RegisterEntry::subject).filter(Objects::nonNull))
                .containsExactlyInAnyOrder(someone, other);
        assertThat(entered.stream().map(RegisterEntry::kind).filter(Objects::nonNull))
                .containsExactly("project-key");
    }

    @Test
    @DisplayName("what could not be erased counts as failed, keeps the certificate away, and can be tried again")
    void partlyFailed() {
        office.documents.stick(transcript);
        DeletionJobId id = approvedWithdrawal();
        office.carryOut(id);
        DeletionPreview failed = office.open(id);
        assertThat(failed.job().state()).isEqualTo(DeletionState.PARTLY_FAILED);
        assertThat(failed.progress().erased()).isLessThan(3);
        assertThat(failed.progress().failed()).isPositive();
        assertThatThrownBy(() -> office.certificate(id)).isInstanceOf(CertificateNotIssued.class);
        office.documents.loosen();
        assertThat(office.retry("henrik", id).job().state()).isEqualTo(DeletionState.APPROVED);
        office.carryOut(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(office.open(id).progress()).isEqualTo(new DeletionProgress(3, 3, 0));
    }

    @Test
    @DisplayName("a step that says it has erased and has not is found out by looking again")
    void pretended() {
        office.documents.pretend(recording);
        DeletionJobId id = approvedWithdrawal();
        office.carryOut(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.PARTLY_FAILED);
        assertThat(office.open(id).progress().failed()).isPositive();
    }

    @Test
    @DisplayName("without the register nothing is destroyed")
    void registerFirst() throws IOException {
        DeletionJobId id = approvedWithdrawal();
        Files.createDirectory(folder.resolve("erased"));
        assertThat(office.claim(id)).isTrue();
        assertThatThrownBy(() -> office.prepare(id)).isInstanceOf(RegisterUnusable.class);
        assertThat(office.keyOf(someone)).isEqualTo(KeyState.ACTIVE);
        assertThat(office.documents.has(transcript)).isTrue();
    }

    @Test
    @DisplayName("a node has a job to itself until it falls silent; then another goes on from where it stopped")
    void resumed() {
        DeletionJobId id = approvedWithdrawal();
        assertThat(office.claim(id)).isTrue();
        office.prepare(id);
        office.erase(id, List.of(office.pending(id).get(0)));
        assertThat(office.pending(id)).hasSize(2);
        assertThat(office.claim(id)).isFalse();
        assertThat(abandoned()).doesNotContain(id);
        office.fallsSilent(id);
        assertThat(abandoned()).contains(id);
        office.carryOut(id);
        assertThat(office.open(id).job().state()).isEqualTo(DeletionState.COMPLETED);
        assertThat(registerOf(id)).hasSize(1);
    }

    @Test
    @DisplayName("someone who is back after a restore is erased again, and the log says so")
    void restored() {
        DeletionJobId id = approvedWithdrawal();
        office.carryOut(id);
        RegisterEntry entry = registerOf(id).get(0);
        assertThat(repeat(entry)).isFalse();
        UUID back = office.documents.keep(someone, "interview");
        assertThat(repeat(entry)).isTrue();
        assertThat(office.documents.has(back)).isFalse();
        assertThat(repeat(entry)).isFalse();
        assertThat(office.house.audited)
                .anySatisfy(logged -> assertThat(logged.action()).isEqualTo("erasure.repeated"));
    }

    @Test
    @DisplayName("someone in the register whose key a restore brought back loses it again")
    void restoredKey() {
        var entry = new RegisterEntry(
                office.house.the(no.tillit.kernel.Clock.class).now(),
                DeletionJobId.random(),
                office.project,
                other,
                null,
                null);
        assertThat(office.keyOf(other)).isEqualTo(KeyState.ACTIVE);
        assertThat(repeat(entry)).isTrue();
        assertThat(office.keyOf(other)).isEqualTo(KeyState.DESTROYED);
        assertThat(office.people.has(other.value())).isFalse();
    }

    @Test
    @DisplayName("a single record in the register that is back is erased again; what the person keeps stays")
    void restoredRecord() {
        var entry = new RegisterEntry(
                office.house.the(no.tillit.kernel.Clock.class).now(),
                DeletionJobId.random(),
                office.project,
                null,
                "document",
                recording);
        assertThat(repeat(entry)).isTrue();
        assertThat(office.documents.has(recording)).isFalse();
        assertThat(office.documents.has(transcript)).isTrue();
        assertThat(office.keyOf(someone)).isEqualTo(KeyState.ACTIVE);
    }

    @Test
    @DisplayName("the register says whose part of a record went, so that repeating it leaves the others' part alone")
    void registersWhosePart() {
        UUID group = office.documents.keepOfGroup(someone, "interview", Reach.OWN);
        office.withdraws(someone, "interview");
        DeletionPreview proposed = office.proposeWithdrawal("marit", someone);
        office.approve("henrik", proposed);
        office.carryOut(proposed.job().id());
        assertThat(registerOf(proposed.job().id()))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.subject()).isEqualTo(someone))
                .anySatisfy(entry -> assertThat(entry.record()).isEqualTo(group));
        assertThat(office.keyOf(someone)).isEqualTo(KeyState.ACTIVE);
        assertThat(registerOf(proposed.job().id())).noneMatch(this::repeat);
        assertThat(office.keyOf(someone)).isEqualTo(KeyState.ACTIVE);
    }

    @Test
    @DisplayName("a job of thousands of records is worked off in chunks")
    void many() {
        for (int i = 0; i < 1_203; i++) {
            office.documents.keep(someone, "interview");
        }
        DeletionJobId id = approvedWithdrawal();
        assertThat(office.claim(id)).isTrue();
        office.prepare(id);
        assertThat(office.pending(id)).hasSize(200);
        office.eraseItems(id);
        office.finish(id);
        assertThat(office.open(id).progress()).isEqualTo(new DeletionProgress(1_206, 1_206, 0));
    }

    private DeletionJobId approvedWithdrawal() {
        office.withdraws(someone);
        DeletionPreview proposed = office.proposeWithdrawal("marit", someone);
        office.approve("henrik", proposed);
        return proposed.job().id();
    }

    private List<DeletionJobId> abandoned() {
        return office.house.doing(() -> office.work().abandoned());
    }

    private boolean repeat(RegisterEntry entry) {
        office.house.as("system", Role.SYSTEM);
        return office.house.doing(() -> office.house.the(RepeatingErasure.class).repeat(entry));
    }

    private List<RegisterEntry> registerOf(DeletionJobId id) {
        List<RegisterEntry> entries = new ArrayList<>();
        office.house.the(ErasureRegister.class).read(entry -> {
            if (entry.job().equals(id)) {
                entries.add(entry);
            }
        });
        return entries;
    }

    private static String text(StoredCertificate certificate) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(certificate.pdf())) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
