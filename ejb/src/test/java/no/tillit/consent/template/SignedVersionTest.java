package no.tillit.consent.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.tillit.access.Role;
import no.tillit.consent.ConsentGate;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ItemKind;
import no.tillit.consent.ItemState;
import no.tillit.consent.ReadingConsents;
import no.tillit.consent.RecordingConsent;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.testing.AProject;
import no.tillit.testing.House;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignedVersionTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 3, 2);
    private static final LocalDate REPLACED = LocalDate.of(2026, 4, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 2);

    private final House house = new House();
    private final AProject project = AProject.in(house);
    private final ParticipantId kari = project.aParticipant();

    private TemplateVersionId published(ReadyMade from, Set<java.util.UUID> samples) {
        house.on(PUBLISHED).as("solveig", Role.PROJECT_LEAD);
        TemplateVersionId id =
                house.doing(() -> house.the(StartingTemplate.class).begin(project.id(), from, from.name()));
        house.doing(() -> house.the(EditingTemplate.class)
                .save(id, 1, WholeTemplate.of(from.content()).forSamples(samples), null));
        publish(id);
        return id;
    }

    private void publish(TemplateVersionId id) {
        house.as("marit", Role.PRIVACY_OFFICER);
        house.doing(() -> house.the(PublishingTemplate.class).publish(id, 2));
        house.on(TODAY).as("ingrid", Role.RESEARCHER);
    }

    private TemplateVersionId study() {
        return published(ReadyMade.STUDY_PARTICIPATION, Set.of(project.consenting()));
    }

    private TemplateVersionId replaced(TemplateVersionId id) {
        return replaced(id, new ReAsk(ReAsk.Whom.EVERYONE, Set.of()));
    }

    private TemplateVersionId replaced(TemplateVersionId id, ReAsk rule) {
        house.on(REPLACED).as("solveig", Role.PROJECT_LEAD);
        VersionDetails old = house.doing(() -> house.the(ReadingTemplates.class).open(id));
        TemplateVersionId next =
                house.doing(() -> house.the(StartingTemplate.class).nextVersion(old.template()));
        house.doing(() -> house.the(EditingTemplate.class).save(next, 1, old.content(), rule));
        publish(next);
        return next;
    }

    private static Map<String, Boolean> answers(boolean recording) {
        return Map.of("interview", true, "audio-recording", recording, "contact-again", false);
    }

    private ConsentSummary record(
            TemplateVersionId version, LocalDate signedOn, Map<String, Boolean> answers, @Nullable String number) {
        var form = new AnsweredForm(version, signedOn, FormLanguage.NN, answers, number);
        return house.doing(() -> house.the(RecordingConsent.class).record(kari, form, Purpose.RESEARCH));
    }

    private void assertRefused(
            String code,
            TemplateVersionId version,
            LocalDate signedOn,
            Map<String, Boolean> answers,
            @Nullable String number) {
        assertThatThrownBy(() -> record(version, signedOn, answers, number))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    @DisplayName("a consent names the version that was signed, and opens the gate item by item; twice is once")
    void records() {
        TemplateVersionId version = study();
        ConsentSummary consent = record(version, TODAY, answers(false), null);
        assertThat(consent.version()).isEqualTo(version);
        assertThat(consent.language()).isEqualTo("nn");
        assertThat(consent.items())
                .extracting(ItemState::item, ItemState::state)
                .containsExactly(
                        tuple(ConsentItem.INTERVIEW, ConsentState.GIVEN),
                        tuple(ConsentItem.AUDIO_RECORDING, ConsentState.REFUSED),
                        tuple(ConsentItem.CONTACT_AGAIN, ConsentState.REFUSED));
        assertThat(record(version, TODAY, answers(false), null).id()).isEqualTo(consent.id());
        assertThat(house.doing(() -> house.the(ReadingConsents.class).of(kari, Purpose.RESEARCH)))
                .hasSize(1);
        house.doing(() -> house.the(ConsentGate.class).require(List.of(kari), ConsentItem.INTERVIEW, TODAY));
    }

    @Test
    @DisplayName("a form's number is used once: a second signature under it is refused, the same form again is not")
    void numberOnce() {
        TemplateVersionId version = study();
        String number = java.util.Objects.requireNonNull(house.doing(() -> house.the(PrintingForms.class)
                        .forPerson(kari, version, FormLanguage.NN, false, Purpose.RESEARCH))
                .number());
        assertThat(number).isNotNull();
        ConsentSummary first = record(version, TODAY, answers(false), number);
        assertThat(record(version, TODAY, answers(false), number).id()).isEqualTo(first.id());
        assertRefused("form-number-used", version, TODAY, answers(true), number);
        assertThat(house.doing(() -> house.the(PaperForms.class)
                                .numbered(project.id(), number.replace("-", " ").toLowerCase(java.util.Locale.ROOT)))
                        .orElseThrow()
                        .usedFor())
                .isEqualTo(first.id().value());
        AProject other = AProject.in(house);
        assertThat(house.doing(() -> house.the(PaperForms.class).numbered(other.id(), number)))
                .isEmpty();
    }

    @Test
    @DisplayName("every item is answered, and none that the form does not have")
    void whole() {
        TemplateVersionId version = study();
        assertRefused("items-unanswered", version, TODAY, Map.of("interview", true), null);
        Map<String, Boolean> more = new HashMap<>(answers(true));
        more.put("data-linkage/x", true);
        assertRefused("items-unanswered", version, TODAY, more, null);
        assertRefused(
                "part-without-whole",
                version,
                TODAY,
                Map.of("interview", false, "audio-recording", true, "contact-again", true),
                null);
    }

    @Test
    @DisplayName("a version is signed from the day it is published to the day the next one is, and not as a draft")
    void days() {
        TemplateVersionId first = study();
        assertRefused("signed-before-version", first, PUBLISHED.minusDays(1), answers(true), null);
        assertThat(record(first, PUBLISHED, answers(true), null).version()).isEqualTo(first);
        TemplateVersionId second = replaced(first);
        assertThat(record(first, REPLACED, answers(true), null).version()).isEqualTo(first);
        assertRefused("version-outdated", first, REPLACED.plusDays(1), answers(true), null);
        assertThat(record(second, REPLACED, answers(true), null).version()).isEqualTo(second);
        assertRefused("signed-in-future", second, TODAY.plusDays(1), answers(true), null);
        house.as("solveig", Role.PROJECT_LEAD);
        TemplateVersionId draft = house.doing(
                () -> house.the(StartingTemplate.class).begin(project.id(), ReadyMade.STUDY_PARTICIPATION, "Ny"));
        house.as("ingrid", Role.RESEARCHER);
        assertRefused("version-unpublished", draft, TODAY, answers(true), null);
    }

    @Test
    @DisplayName("a form of another project, for other samples, or printed for somebody else is refused")
    void others() {
        assertRefused("version-unknown", TemplateVersionId.random(), TODAY, answers(true), null);
        TemplateVersionId elsewhere = published(ReadyMade.PLAN_SHARING, Set.of(project.byLaw()));
        assertRefused("version-for-others", elsewhere, TODAY, answers(true), null);
        TemplateVersionId version = study();
        ParticipantId ola = project.aParticipant();
        house.on(TODAY).as("ingrid", Role.RESEARCHER);
        FormPdf forOla = house.doing(
                () -> house.the(PrintingForms.class).forPerson(ola, version, FormLanguage.NN, false, Purpose.RESEARCH));
        FormPdf forKari = house.doing(() ->
                house.the(PrintingForms.class).forPerson(kari, version, FormLanguage.NN, false, Purpose.RESEARCH));
        assertRefused("form-of-others", version, TODAY, answers(true), forOla.number());
        assertRefused("number-mistyped", version, TODAY, answers(true), "0000-0000-0001");
        assertThat(record(version, TODAY, answers(true), forKari.number()).version())
                .isEqualTo(version);
    }

    @Test
    @DisplayName("sharing is given area by area, with each agency by itself")
    void oneByOne() {
        TemplateVersionId version = published(ReadyMade.PLAN_SHARING, Set.of(project.consenting()));
        Map<String, Boolean> some = new HashMap<>();
        house.doing(() -> house.the(ReadingTemplates.class).open(version)).content().items().stream()
                .map(TemplateItem::code)
                .forEach(code -> some.put(code, true));
        assertThat(some).containsKey("share-plan/housing/nav").hasSize(5);
        assertThat(record(version, TODAY.minusDays(1), some, null).items())
                .extracting(ItemState::state)
                .containsOnly(ConsentState.GIVEN);
        some.put("share-plan/health/nav", false);
        assertThat(record(version, TODAY, some, null).items())
                .extracting(ItemState::item, ItemState::state)
                .containsExactly(
                        tuple(ConsentItem.FOLLOW_UP, ConsentState.GIVEN),
                        tuple(ConsentItem.sharing(LifeArea.HEALTH, "NAV"), ConsentState.REFUSED),
                        tuple(ConsentItem.sharing(LifeArea.HOUSING, "NAV"), ConsentState.GIVEN),
                        tuple(ConsentItem.sharing(LifeArea.INCOME_AND_DEBT, "NAV"), ConsentState.GIVEN),
                        tuple(ConsentItem.sharing(LifeArea.WORK, "NAV"), ConsentState.GIVEN));
    }

    @Test
    @DisplayName("who signed an earlier version is asked again until the new one is answered")
    void askedAgain() {
        TemplateVersionId first = study();
        record(first, PUBLISHED, answers(true), null);
        assertThat(askedAgainList()).isEmpty();
        TemplateVersionId second = replaced(first);
        assertThat(askedAgainList()).singleElement().satisfies(asked -> {
            assertThat(asked.participant()).isEqualTo(kari);
            assertThat(asked.signed()).isEqualTo(1);
            assertThat(asked.version()).isEqualTo(second);
        });
        record(second, TODAY, answers(false), null);
        assertThat(askedAgainList()).isEmpty();
    }

    @Test
    @DisplayName("only those who answered one of the items are asked again, and nobody means nobody")
    void rule() {
        TemplateVersionId first = study();
        record(first, PUBLISHED, answers(false), null);
        TemplateVersionId second = replaced(first, new ReAsk(ReAsk.Whom.ANSWERED, Set.of(ItemKind.DATA_LINKAGE)));
        assertThat(askedAgainList()).isEmpty();
        TemplateVersionId third = replaced(second, new ReAsk(ReAsk.Whom.ANSWERED, Set.of(ItemKind.AUDIO_RECORDING)));
        assertThat(askedAgainList())
                .singleElement()
                .satisfies(asked -> assertThat(asked.version()).isEqualTo(third));
        TemplateVersionId fourth = replaced(third, new ReAsk(ReAsk.Whom.NOBODY, Set.of()));
        assertThat(askedAgainList())
                .as("a version that asks nobody does not excuse from one before it that does")
                .singleElement()
                .satisfies(asked -> assertThat(asked.version()).isEqualTo(fourth));
        assertThatThrownBy(() -> new ReAsk(ReAsk.Whom.ANSWERED, Set.of())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new ReAsk(ReAsk.Whom.NOBODY, Set.of(ItemKind.INTERVIEW)))
                .isInstanceOf(Refusal.class);
    }

    private List<AskedAgain> askedAgainList() {
        return house.doing(
                        () -> house.the(AskingAgain.class).page(project.id(), new PageRequest(0, 50), Purpose.RESEARCH))
                .items();
    }
}
