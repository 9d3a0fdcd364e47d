package no.tillit.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.tillit.access.Role;
import no.tillit.consent.BoardRow.Cell;
import no.tillit.consent.notice.NotifyingRecipients;
import no.tillit.consent.notice.RecipientNotice;
import no.tillit.consent.notice.internal.NotingRecipients;
import no.tillit.consent.receipt.GivingReceipt;
import no.tillit.consent.receipt.ReceiptFormat;
import no.tillit.consent.template.LifeArea;
import no.tillit.kernel.Clock;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each area of a plan is shared with each agency by itself, or not (O-04, O-18). */
class SharingByAgencyTest {
    private static final LocalDate MAY_2 = LocalDate.of(2026, 5, 2);
    private static final ConsentItem HOUSING = ConsentItem.sharing(LifeArea.HOUSING, "Bydel Sagene");
    private static final ConsentItem WORK = ConsentItem.sharing(LifeArea.WORK, "NAV");
    private static final ConsentItem HEALTH = ConsentItem.sharing(LifeArea.HEALTH, "NAV");

    private final House house = new House();
    private final AProject project = AProject.in(house);
    private final ParticipantId kari = project.aParticipant();

    {
        house.observing(
                ConsentWithdrawn.class, e -> house.the(NotingRecipients.class).onWithdrawal(e));
        house.on(MAY_2).as("jonas", Role.CASEWORKER);
    }

    private ConsentSummary record(LocalDate signed, Map<ConsentItem, Boolean> decisions) {
        var form = new NewConsent(signed, decisions, CaptureMethod.PAPER, "nb", null);
        return house.doing(() -> house.the(RecordingConsent.class).record(kari, form, Purpose.FOLLOW_UP));
    }

    private ConsentSummary shared() {
        return record(MAY_2, Map.of(ConsentItem.FOLLOW_UP, true, HOUSING, true, WORK, true, HEALTH, false));
    }

    private void withdraw(ConsentItem... items) {
        house.doing(() -> house.the(WithdrawingConsent.class).withdraw(kari, Set.of(items), Purpose.FOLLOW_UP));
    }

    private void opens(ConsentItem item) {
        LocalDate today = house.the(Clock.class).today();
        GateAnswer answer = house.doing(() -> house.the(ConsentGate.class).require(List.of(kari), item, today));
        assertThat(answer.item()).isEqualTo(item);
    }

    private void closed(String code, ConsentItem item) {
        LocalDate today = house.the(Clock.class).today();
        assertThatThrownBy(() -> house.doing(() -> house.the(ConsentGate.class).require(List.of(kari), item, today)))
                .isInstanceOfSatisfying(ConsentMissing.class, missing -> {
                    assertThat(missing.code()).isEqualTo(code);
                    assertThat(missing.item()).isEqualTo(item);
                });
    }

    private List<String> told() {
        return house
                .doing(() -> house.the(NotifyingRecipients.class)
                        .waiting(project.id(), new PageRequest(0, 50), Purpose.FOLLOW_UP))
                .items()
                .stream()
                .map(RecipientNotice::code)
                .toList();
    }

    @Test
    @DisplayName("the gate is asked with area and agency, and a closed one names both")
    void gate() {
        shared();
        opens(HOUSING);
        opens(WORK);
        closed("consent-refused", HEALTH);
        closed("consent-missing", ConsentItem.sharing(LifeArea.HOUSING, "NAV"));
        closed("consent-missing", ConsentItem.sharing(LifeArea.WORK, "Bydel Sagene"));
        closed("consent-missing", ConsentItem.SHARE_PLAN);
        assertThatThrownBy(() -> house.doing(() -> house.the(ConsentGate.class).require(List.of(kari), HEALTH, MAY_2)))
                .hasMessageContaining("share plan, area health, with NAV");
    }

    @Test
    @DisplayName("an agency is the same however its name is spelled")
    void spelling() {
        shared();
        opens(ConsentItem.sharing(LifeArea.HOUSING, "bydel  sagene"));
        opens(ConsentItem.named("items", "share-plan/work/nav"));
    }

    @Test
    @DisplayName("one is taken back by itself, and only who got that is told")
    void oneByOne() {
        ConsentId form = shared().id();
        house.doing(() -> house.the(WithdrawingConsent.class).withdraw(form, Set.of(WORK), Purpose.FOLLOW_UP));
        closed("consent-withdrawn", WORK);
        opens(HOUSING);
        opens(ConsentItem.FOLLOW_UP);
        assertThat(told()).containsExactly("share-plan/work/nav");
        assertThat(house.doing(() -> house.the(ForeseeingWithdrawal.class)
                                .preview(kari, Set.of(ConsentItem.SHARE_PLAN), Purpose.FOLLOW_UP))
                        .recipients())
                .containsExactly(new Recipient("share-plan/housing/bydel-sagene", "Bydel Sagene"));
    }

    @Test
    @DisplayName("the general item takes back all sharing, on one form or without naming one")
    void all() {
        ConsentId form = shared().id();
        house.doing(() ->
                house.the(WithdrawingConsent.class).withdraw(form, Set.of(ConsentItem.SHARE_PLAN), Purpose.FOLLOW_UP));
        closed("consent-withdrawn", WORK);
        closed("consent-withdrawn", HOUSING);
        opens(ConsentItem.FOLLOW_UP);
        assertThat(told()).containsExactlyInAnyOrder("share-plan/work/nav", "share-plan/housing/bydel-sagene");
    }

    @Test
    @DisplayName("without the plan nothing of it is shared")
    void plan() {
        shared();
        withdraw(ConsentItem.FOLLOW_UP);
        closed("consent-withdrawn", WORK);
        assertThat(told()).hasSize(2);
    }

    @Test
    @DisplayName("withdrawing everything closes sharing on a form that was signed before and recorded later")
    void recordedLater() {
        record(MAY_2.minusDays(3), Map.of(ConsentItem.CONTACT_AGAIN, true, ConsentItem.FOLLOW_UP, false));
        record(MAY_2.minusDays(2), Map.of(ConsentItem.FOLLOW_UP, true));
        withdraw(ConsentItem.CONTACT_AGAIN, ConsentItem.FOLLOW_UP);
        assertThat(house.doing(() -> house.the(ReadingConsents.class).of(kari, Purpose.FOLLOW_UP)))
                .allSatisfy(form -> assertThat(form.state()).isNotEqualTo(ConsentState.GIVEN));
        closed("consent-withdrawn", WORK.partOf().orElseThrow());
    }

    @Test
    @DisplayName("a later form that says no to one agency ends that, and the agency is told")
    void refusedLater() {
        shared();
        house.on(MAY_2.plusDays(5)).as("jonas", Role.CASEWORKER);
        record(MAY_2.plusDays(5), Map.of(WORK, false));
        closed("consent-refused", WORK);
        opens(HOUSING);
        assertThat(told()).containsExactly("share-plan/work/nav");
    }

    @Test
    @DisplayName("a yes that names nobody opens nothing, and a no that names nobody closes all")
    void general() {
        record(MAY_2, Map.of(ConsentItem.FOLLOW_UP, true, ConsentItem.SHARE_PLAN, true));
        closed("consent-missing", WORK);
        house.on(MAY_2.plusDays(1)).as("jonas", Role.CASEWORKER);
        record(MAY_2.plusDays(1), Map.of(ConsentItem.FOLLOW_UP, true, WORK, true));
        opens(WORK);
        house.on(MAY_2.plusDays(2)).as("jonas", Role.CASEWORKER);
        record(MAY_2.plusDays(2), Map.of(ConsentItem.SHARE_PLAN, false));
        closed("consent-withdrawn", WORK);
        assertThatThrownBy(() -> record(MAY_2, Map.of(ConsentItem.SHARE_PLAN, false, WORK, true)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("part-without-whole"));
    }

    @Test
    @DisplayName("board, time line, answers of a day and receipts say area and agency as the form does")
    void shown() {
        ConsentId form = shared().id();
        withdraw(WORK);
        BoardRow row = house.doing(() -> house.the(ReadingBoard.class)
                        .page(
                                project.id(),
                                new BoardFilter(HOUSING, BoardStatus.GIVEN, null),
                                new PageRequest(0, 50),
                                Purpose.FOLLOW_UP))
                .items()
                .get(0);
        assertThat(row.items())
                .extracting(cell -> cell.item().code(), Cell::state)
                .contains(
                        tuple("share-plan/housing/bydel-sagene", ConsentState.GIVEN),
                        tuple("share-plan/work/nav", ConsentState.WITHDRAWN),
                        tuple("share-plan/health/nav", ConsentState.REFUSED));
        assertThat(row.items().stream().map(cell -> cell.item().counterpart())).contains("Bydel Sagene");
        BoardCounts counts = house.doing(() -> house.the(ReadingBoard.class).counts(project.id(), Purpose.FOLLOW_UP));
        assertThat(counts.asked()).contains(HOUSING, WORK, HEALTH).doesNotContain(ConsentItem.SHARE_PLAN);
        String csv =
                house.doing(() -> house.the(ReadingBoard.class).csv(project.id(), BoardFilter.ALL, Purpose.FOLLOW_UP));
        assertThat(csv.lines().findFirst().orElseThrow()).contains(";share-plan/housing/bydel-sagene;");

        List<ConsentMoment> moments =
                house.doing(() -> house.the(ReadingConsents.class).history(kari, Purpose.FOLLOW_UP));
        assertThat(moments)
                .flatExtracting(ConsentMoment::withdrawn)
                .singleElement()
                .extracting(item -> ((ConsentItem) item).counterpart())
                .isEqualTo("NAV");
        HeldConsents held =
                house.doing(() -> house.the(ReadingConsents.class).held(kari, null, null, Purpose.FOLLOW_UP));
        assertThat(held.items())
                .extracting(HeldItem::item, HeldItem::reason)
                .contains(
                        tuple(HOUSING, HeldReason.SAID_YES),
                        tuple(WORK, HeldReason.TAKEN_BACK),
                        tuple(HEALTH, HeldReason.SAID_NO),
                        tuple(ConsentItem.INTERVIEW, HeldReason.NOT_ASKED));

        String iso =
                house.doing(() -> house.the(GivingReceipt.class).of(form, ReceiptFormat.JSON_LD, Purpose.FOLLOW_UP));
        assertThat(iso).contains("share-plan/housing/bydel-sagene", "Bydel Sagene", "Deling av planen: Bolig, med");
        String fhir = house.doing(() -> house.the(GivingReceipt.class).of(form, ReceiptFormat.FHIR, Purpose.FOLLOW_UP));
        assertThat(fhir).contains("share-plan/work/nav", "Bydel Sagene");
    }

    @ParameterizedTest
    @CsvSource({
        "audio-recording,AUDIO_RECORDING",
        "AUDIO_RECORDING,AUDIO_RECORDING",
        "share-plan,SHARE_PLAN",
        "share-plan/income-and-debt/nav,SHARE_PLAN/income-and-debt/nav",
        "share-plan/work/Bydel Grünerløkka,SHARE_PLAN/work/bydel-grünerløkka",
        "data-linkage/ssb,DATA_LINKAGE/ssb"
    })
    @DisplayName("an item is known by its code")
    void codes(String code, String stored) {
        ConsentItem item = ConsentItem.named("items", code);
        assertThat(item.stored()).isEqualTo(stored);
        assertThat(ConsentItem.fromStored(stored, null)).isEqualTo(item);
    }

    @Test
    @DisplayName("an item that is named twice, however it is spelled, is refused")
    void twice() {
        for (Map<String, Boolean> said : List.of(
                Map.of("interview", true, "INTERVIEW", false),
                Map.of("share-plan/work/NAV", true, "share-plan/work/nav", true))) {
            assertThatThrownBy(() -> ConsentItem.byItem("decisions", said))
                    .isInstanceOfSatisfying(
                            InvalidInput.class, e -> assertThat(e.code()).isEqualTo("item-decided-twice"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "share",
                "interview/nav",
                "share-plan/",
                "share-plan/housing",
                "share-plan/housing/",
                "share-plan/nowhere/nav",
                "share-plan/housing/nav/more",
                "data-linkage/a/b"
            })
    @DisplayName("what names half an item, or none, is refused")
    void noCodes(String code) {
        assertThatThrownBy(() -> ConsentItem.named("items", code))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("unknown-item"));
    }
}
