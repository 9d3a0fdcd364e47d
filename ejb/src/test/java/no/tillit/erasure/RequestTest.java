package no.tillit.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import no.tillit.access.Role;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.keys.KeyState;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A participant asks to be erased")
class RequestTest {
    private static final LocalDate RECEIVED = Office.TODAY.minusDays(3);

    private Office office;
    private ParticipantId someone;

    @BeforeEach
    void open(@TempDir Path folder) {
        office = new Office(folder);
        someone = office.aParticipant();
        office.documents.keep(someone, "interview");
    }

    @Test
    @DisplayName("it goes the way of every deletion, and is answered within a month")
    void answered() throws IOException {
        DeletionPreview proposed = asks(RECEIVED, "jonas");
        ErasureRequest request = Objects.requireNonNull(proposed.job().request());
        assertThat(request.receivedBy()).isEqualTo("jonas");
        assertThat(request.answerBy()).isEqualTo(RECEIVED.plusMonths(1));
        assertThat(proposed.job().since()).isEqualTo(RECEIVED);
        refusedWith("not-decided", () -> answer(proposed, null));
        office.approve("henrik", proposed);
        office.carryOut(proposed.job().id());
        assertThat(office.keyOf(someone)).isEqualTo(KeyState.DESTROYED);
        DeletionPreview told = answer(proposed, null);
        assertThat(told.job().request()).isEqualTo(new ErasureRequest(RECEIVED, "jonas", Office.TODAY, "marit"));
        refusedWith("already-answered", () -> answer(proposed, null));
        assertThat(office.house.audited)
                .anySatisfy(entry -> assertThat(entry.action()).isEqualTo("deletion-job.answered"));
        try (PDDocument pdf =
                Loader.loadPDF(office.certificate(proposed.job().id()).pdf())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Deltakeren krevde sletting", RECEIVED + ", jonas");
        }
    }

    @Test
    @DisplayName("it may take two months more, once, when the person was told within the month")
    void extended() {
        DeletionPreview proposed = asks(RECEIVED, null);
        assertThatThrownBy(() -> extend(proposed, null, null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> extend(proposed, ExtensionReason.COMPLEX, RECEIVED.minusDays(1)))
                .isInstanceOf(InvalidInput.class);
        ErasureRequest longer = Objects.requireNonNull(
                extend(proposed, ExtensionReason.COMPLEX, null).job().request());
        assertThat(longer.answerBy()).isEqualTo(RECEIVED.plusMonths(3));
        assertThat(longer.extendedOn()).isEqualTo(Office.TODAY);
        assertThat(longer.extensionReason()).isEqualTo(ExtensionReason.COMPLEX);
        refusedWith("extended-already", () -> extend(proposed, ExtensionReason.COMPLEX, null));
        assertThat(office.house.audited)
                .anySatisfy(entry -> assertThat(entry.action()).isEqualTo("deletion-job.extended"));
        DeletionPreview manual = office.proposeManual(office.aParticipant());
        refusedWith("not-a-request", () -> extend(manual, ExtensionReason.COMPLEX, null));
    }

    @Test
    @DisplayName("it is not extended when the month is over")
    void extendedTooLate() {
        DeletionPreview proposed = asks(Office.TODAY.minusMonths(1).minusDays(1), null);
        refusedWith("month-is-over", () -> extend(proposed, ExtensionReason.MANY_REQUESTS, null));
    }

    private DeletionPreview extend(DeletionPreview job, @Nullable ExtensionReason reason, @Nullable LocalDate toldOn) {
        office.house.as("marit", Role.PRIVACY_OFFICER);
        return office.house.doing(() -> office.house
                .the(AnsweringRequest.class)
                .extend(job.job().id(), reason, toldOn, Purpose.DATA_PROTECTION));
    }

    @Test
    @DisplayName("a refused request is answered too, and not before it came in or in the future")
    void refused() {
        DeletionPreview proposed = asks(RECEIVED, null);
        office.house.as("henrik", Role.PRIVACY_OFFICER);
        office.house.does(() -> office.house
                .the(DecidingDeletion.class)
                .refuse(proposed.job().id(), "Arkivloven", Purpose.DATA_PROTECTION));
        for (LocalDate day : new LocalDate[] {RECEIVED.minusDays(1), Office.TODAY.plusDays(1)}) {
            assertThatThrownBy(() -> answer(proposed, day)).isInstanceOf(InvalidInput.class);
        }
        assertThat(answer(proposed, RECEIVED).job().request())
                .isEqualTo(new ErasureRequest(RECEIVED, "marit", RECEIVED, "marit"));
    }

    @Test
    @DisplayName("it has a participant, a day that has been, and a receiver by user name; nothing else has")
    void badInput() {
        assertThatThrownBy(() -> NewDeletion.of(office.project, null, DeletionCause.REQUEST, RECEIVED, null))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> NewDeletion.of(office.project, someone, DeletionCause.MANUAL, RECEIVED, null))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> asks(null, null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> asks(Office.TODAY.plusDays(1), null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> asks(RECEIVED, "Kari Nordmann ringte")).isInstanceOf(InvalidInput.class);
        DeletionPreview manual = office.proposeManual(someone);
        office.approve("henrik", manual);
        refusedWith("not-a-request", () -> answer(manual, null));
    }

    @Test
    @DisplayName("a month has its last day where it lacks the day")
    void monthEnds() {
        assertThat(ErasureRequest.of(LocalDate.of(2028, 1, 31), null, "marit").answerBy())
                .isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(ErasureRequest.of(LocalDate.of(2027, 1, 31), null, "marit").answerBy())
                .isEqualTo(LocalDate.of(2027, 2, 28));
    }

    private DeletionPreview asks(@Nullable LocalDate receivedOn, @Nullable String receivedBy) {
        return office.propose(
                "marit", NewDeletion.of(office.project, someone, DeletionCause.REQUEST, receivedOn, receivedBy));
    }

    private DeletionPreview answer(DeletionPreview proposed, @Nullable LocalDate on) {
        office.house.as("marit", Role.PRIVACY_OFFICER);
        return office.house.doing(() ->
                office.house.the(AnsweringRequest.class).answered(proposed.job().id(), on, Purpose.DATA_PROTECTION));
    }

    private static void refusedWith(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
