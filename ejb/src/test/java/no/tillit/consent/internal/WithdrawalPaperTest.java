package no.tillit.consent.internal;

import static no.tillit.consent.ConsentItem.AUDIO_RECORDING;
import static no.tillit.consent.ConsentItem.CONTACT_AGAIN;
import static no.tillit.consent.ConsentItem.FOLLOW_UP;
import static no.tillit.consent.ConsentItem.INTERVIEW;
import static no.tillit.kernel.Purpose.RESEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ForeseeingWithdrawal;
import no.tillit.consent.NewConsent;
import no.tillit.consent.RecordingConsent;
import no.tillit.consent.RestingData;
import no.tillit.consent.RestingData.Resting;
import no.tillit.consent.WithdrawalPreview;
import no.tillit.consent.WithdrawalPreview.Line;
import no.tillit.consent.WithdrawalPreview.Why;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.consent.template.FormLanguage;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.Participants;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WithdrawalPaperTest {
    private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);

    private final House house = new House()
            .with(
                    RestingData.class,
                    someone -> Stream.of(
                            new Resting("audio-recording", AUDIO_RECORDING, false, false, 2),
                            new Resting("transcript", INTERVIEW, false, true, 1),
                            new Resting("case-document", FOLLOW_UP, false, false, 4),
                            new Resting("case-decision", null, true, false, 1),
                            new Resting("consent-evidence", null, false, false, 1)));
    private final AProject project = AProject.in(house);

    private ParticipantId signed(ParticipantId id, Map<ConsentItem, Boolean> decisions) {
        house.on(MARCH_1);
        house.does(() -> house.the(RecordingConsent.class)
                .record(id, new NewConsent(MARCH_1, decisions, CaptureMethod.PAPER, "nb", null), RESEARCH));
        return id;
    }

    private WithdrawalPreview preview(ParticipantId id, ConsentItem... items) {
        return house.doing(() -> house.the(ForeseeingWithdrawal.class).preview(id, Set.of(items), RESEARCH));
    }

    private byte[] receipt(ParticipantId id, FormLanguage language) {
        return house.doing(() -> house.the(ForeseeingWithdrawal.class).receipt(id, language, RESEARCH));
    }

    @Test
    @DisplayName("by item: only what rests on it goes, and each that stays says what holds it")
    void byItem() {
        ParticipantId id = signed(
                project.aParticipantByLaw(), Map.of(INTERVIEW, true, AUDIO_RECORDING, true, CONTACT_AGAIN, true));
        WithdrawalPreview preview = preview(id, AUDIO_RECORDING);
        assertThat(preview.whole()).isFalse();
        assertThat(preview.goes())
                .extracting(Line::kind, Line::records, Line::why)
                .containsExactly(tuple("audio-recording", 2L, Why.RESTS_ON_IT));
        assertThat(preview.stays())
                .extracting(Line::kind, Line::why)
                .containsExactlyInAnyOrder(
                        tuple("transcript", Why.OTHER_ITEM),
                        tuple("case-document", Why.LAW),
                        tuple("case-decision", Why.ARCHIVE_LAW),
                        tuple("consent-evidence", Why.EVIDENCE));
        assertThat(house.doing(() -> house.the(ForeseeingWithdrawal.class).preview(id, Set.of(), RESEARCH))
                        .items())
                .as("asking changes nothing")
                .contains(AUDIO_RECORDING);
    }

    @Test
    @DisplayName("the interview takes the recording with it")
    void withParts() {
        ParticipantId id =
                signed(project.aParticipant(), Map.of(INTERVIEW, true, AUDIO_RECORDING, true, CONTACT_AGAIN, true));
        WithdrawalPreview preview = preview(id, INTERVIEW);
        assertThat(preview.items()).containsExactlyInAnyOrder(INTERVIEW, AUDIO_RECORDING);
        assertThat(preview.goes()).extracting(Line::kind).containsExactly("audio-recording", "transcript");
    }

    @Test
    @DisplayName("everything: all goes but what archive law keeps")
    void everything() {
        ParticipantId id = signed(project.aParticipant(), Map.of(INTERVIEW, true, AUDIO_RECORDING, true));
        WithdrawalPreview preview = preview(id);
        assertThat(preview.whole()).isTrue();
        assertThat(preview.stays()).extracting(Line::why).containsExactly(Why.ARCHIVE_LAW);
    }

    @ParameterizedTest
    @EnumSource(FormLanguage.class)
    @DisplayName("the receipt is a PDF, says what was taken back and what happens, and names nobody")
    void receiptOnPaper(FormLanguage language) {
        ParticipantId id = signed(project.aParticipant(), Map.of(INTERVIEW, true, AUDIO_RECORDING, true));
        assertThatThrownBy(() -> receipt(id, language)).isInstanceOf(Conflict.class);
        house.does(() -> house.the(WithdrawingConsent.class).withdraw(id, Set.of(AUDIO_RECORDING), RESEARCH));
        assertThat(new String(receipt(id, language), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        String text = house.doing(() ->
                house.the(Receipts.class).html(house.the(Participants.class).ref(id), language));
        assertThat(text)
                .contains("lang=\"" + language.tag() + "\"", "A university", "datatilsynet.no", language.day(MARCH_1))
                .doesNotContain(id.value().toString(), "{0}");
        assertThat(text)
                .contains(
                        switch (language) {
                            case NB -> "Lydopptak av intervjuet";
                            case NN -> "Lydopptak av intervjuet";
                            case EN -> "Sound recording of the interview";
                        });
    }
}
