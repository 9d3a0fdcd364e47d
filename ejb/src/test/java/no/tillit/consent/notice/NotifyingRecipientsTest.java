package no.tillit.consent.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.tillit.access.Role;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.ConsentWithdrawn;
import no.tillit.consent.ForeseeingWithdrawal;
import no.tillit.consent.ItemKind;
import no.tillit.consent.Recipient;
import no.tillit.consent.RecordingConsent;
import no.tillit.consent.WithdrawalPreview;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.consent.internal.ConsentForms;
import no.tillit.consent.notice.internal.NotingRecipients;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.consent.template.EditingTemplate;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.PublishingTemplate;
import no.tillit.consent.template.ReadyMade;
import no.tillit.consent.template.StartingTemplate;
import no.tillit.consent.template.TemplateContent;
import no.tillit.consent.template.TemplateItem;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.consent.template.WholeTemplate;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NotifyingRecipientsTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 2);

    private final House house = new House();
    private final AProject project = AProject.in(house);
    private final ParticipantId kari = project.aParticipant();

    {
        house.observing(
                ConsentWithdrawn.class, e -> house.the(NotingRecipients.class).onWithdrawal(e));
    }

    /** Kari has said yes to following up and to sharing with all but the last. */
    private List<String> shared(boolean all) {
        house.on(PUBLISHED).as("solveig", Role.PROJECT_LEAD);
        ReadyMade from = ReadyMade.PLAN_SHARING;
        TemplateVersionId version =
                house.doing(() -> house.the(StartingTemplate.class).begin(project.id(), from, from.name()));
        TemplateContent content = WholeTemplate.of(from.content()).forSamples(Set.of(project.consenting()));
        house.doing(() -> house.the(EditingTemplate.class).save(version, 1, content, null));
        house.as("marit", Role.PRIVACY_OFFICER);
        house.doing(() -> house.the(PublishingTemplate.class).publish(version, 2));
        Map<String, Boolean> answers = new HashMap<>();
        content.items().forEach(item -> answers.put(item.code(), true));
        List<String> sharing = content.items().stream()
                .filter(item -> item.kind() == ItemKind.SHARE_PLAN)
                .map(TemplateItem::code)
                .toList();
        if (!all) {
            answers.put(sharing.get(sharing.size() - 1), false);
        }
        var form = new AnsweredForm(version, TODAY, FormLanguage.NB, answers, null);
        house.on(TODAY).as("jonas", Role.CASEWORKER);
        house.doing(() -> house.the(RecordingConsent.class).record(kari, form, Purpose.FOLLOW_UP));
        return sharing;
    }

    private WithdrawalPreview preview(ConsentItem... items) {
        return house.doing(() -> house.the(ForeseeingWithdrawal.class).preview(kari, Set.of(items), Purpose.FOLLOW_UP));
    }

    private void withdraw(ConsentItem... items) {
        house.doing(() -> house.the(WithdrawingConsent.class).withdraw(kari, Set.of(items), Purpose.FOLLOW_UP));
    }

    private List<RecipientNotice> waiting() {
        return house.doing(() -> house.the(NotifyingRecipients.class)
                        .waiting(project.id(), new PageRequest(0, 50), Purpose.FOLLOW_UP))
                .items();
    }

    @Test
    @DisplayName("the preview names who has to be told, the withdrawal puts them on the list, each is confirmed once")
    void told() {
        List<String> sharing = shared(true);
        assertThat(preview(ConsentItem.SHARE_PLAN).recipients())
                .extracting(Recipient::code)
                .containsExactlyInAnyOrderElementsOf(sharing);
        assertThat(waiting()).as("asking changes nothing").isEmpty();
        withdraw(ConsentItem.SHARE_PLAN);
        assertThat(waiting()).hasSize(sharing.size()).allSatisfy(notice -> {
            assertThat(notice.how()).isEqualTo(ConsentState.WITHDRAWN);
            assertThat(notice.recipient()).isEqualTo("NAV");
            assertThat(notice.pseudonym()).startsWith("D-");
        });
        NoticeId first = waiting().get(0).id();
        RecipientNotice done = confirm(first);
        assertThat(done.confirmedBy()).isEqualTo("jonas");
        house.on(TODAY.plusDays(1));
        assertThat(confirm(first)).isEqualTo(done);
        house.as("jonas", Role.CASEWORKER);
        assertThat(waiting()).hasSize(sharing.size() - 1);
        assertThat(house.doing(() -> house.the(NotifyingRecipients.class).of(kari, Purpose.FOLLOW_UP)))
                .hasSize(sharing.size());
    }

    private RecipientNotice confirm(NoticeId id) {
        house.as("jonas", Role.CASEWORKER);
        return house.doing(() -> house.the(NotifyingRecipients.class).confirm(id, Purpose.FOLLOW_UP));
    }

    @Test
    @DisplayName("a withdrawal of everything tells those, too, who were named alone; who was said no to is not told")
    void wholeTells() {
        List<String> sharing = shared(false);
        withdraw();
        assertThat(waiting())
                .extracting(RecipientNotice::code)
                .containsExactlyInAnyOrderElementsOf(sharing.subList(0, sharing.size() - 1));
    }

    @Test
    @DisplayName("after the person is erased the notice stays, without the person")
    void erased() {
        shared(true);
        withdraw(ConsentItem.SHARE_PLAN);
        int before = waiting().size();
        house.doing(() -> house.the(ConsentForms.class).removeAllOf(kari.value()));
        assertThat(waiting()).hasSize(before).allSatisfy(notice -> {
            assertThat(notice.participant()).isNull();
            assertThat(notice.pseudonym()).isNull();
        });
    }

    @Test
    @DisplayName("nobody outside the project sees or confirms a notice")
    void closed() {
        shared(true);
        withdraw(ConsentItem.SHARE_PLAN);
        NoticeId id = waiting().get(0).id();
        house.as("oyvind", Role.CASEWORKER);
        assertThatThrownBy(this::waiting).isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        house.doing(() -> house.the(NotifyingRecipients.class).confirm(id, Purpose.FOLLOW_UP)))
                .isInstanceOf(NotFound.class);
    }
}
