package no.tillit.consent.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.tillit.consent.ItemKind;
import no.tillit.consent.template.internal.TemplateXml;
import no.tillit.project.ApprovalFacts;
import no.tillit.project.ApprovedSample;
import no.tillit.project.DataCategory;
import no.tillit.project.LegalBasis;
import no.tillit.project.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate ENDS = LocalDate.of(2028, 12, 31);
    private static final UUID PARTICIPANTS = UUID.randomUUID();
    private static final UUID PROFESSIONALS = UUID.randomUUID();
    private static final ApprovalFacts APPROVAL =
            approval(EnumSet.allOf(DataCategory.class), EnumSet.allOf(Method.class));

    private static ApprovalFacts approval(Set<DataCategory> categories, Set<Method> methods) {
        return new ApprovalFacts(
                "Veien ut",
                "Høgskolen & co",
                ENDS,
                List.of(
                        new ApprovedSample(PARTICIPANTS, 1, "Deltakere", LegalBasis.CONSENT, false),
                        new ApprovedSample(PROFESSIONALS, 2, "Fagpersoner", LegalBasis.CONSENT, true)),
                categories,
                methods);
    }

    /** As a lead would have filled it in. */
    private static TemplateContent filled(ReadyMade from) {
        return WholeTemplate.of(from.content()).forSamples(Set.of(from.confidential() ? PROFESSIONALS : PARTICIPANTS));
    }

    private static TemplateItem with(TemplateItem item, @Nullable String counterpart) {
        return new TemplateItem(
                item.kind(),
                item.area(),
                counterpart,
                item.mandatory(),
                item.label(),
                item.purpose(),
                item.categories(),
                item.validity());
    }

    private static TemplateContent withItems(TemplateContent content, TemplateItem... items) {
        return new TemplateContent(
                content.title(),
                content.samples(),
                content.validity(),
                content.letter(),
                content.declaration(),
                List.of(new TemplateModule(new Words("a", "b", "c"), null, List.of(items))));
    }

    private static TemplateContent withLetter(TemplateContent content, UnaryOperator<LetterSection> change) {
        List<LetterSection> letter = new ArrayList<>();
        content.letter().stream()
                .map(change)
                .filter(s -> s.topic() != Topic.OTHER)
                .forEach(letter::add);
        return new TemplateContent(
                content.title(),
                content.samples(),
                content.validity(),
                letter,
                content.declaration(),
                content.modules());
    }

    private static TemplateItem item(ItemKind kind, boolean mandatory, @Nullable Validity validity) {
        var words = new Words("Ja", "Ja", "Yes");
        return new TemplateItem(kind, null, null, mandatory, words, words, Set.of(DataCategory.GENERAL), validity);
    }

    private static List<FindingKind> kinds(TemplateContent content, ApprovalFacts approval) {
        return TemplateCheck.findings(content, 1, null, approval, TODAY).stream()
                .map(Finding::kind)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @EnumSource(ReadyMade.class)
    @DisplayName("a ready-made template lacks nothing but what only the project knows")
    void readyMade(ReadyMade from) {
        TemplateContent asItComes = from.content().forSamples(filled(from).samples());
        assertThat(kinds(asItComes, APPROVAL)).containsExactly(FindingKind.GAP_LEFT);
        assertThat(TemplateCheck.findings(filled(from), 1, null, APPROVAL, TODAY))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ReadyMade.class)
    @DisplayName("a ready-made template is said in short sentences")
    void plain(ReadyMade from) {
        for (FormLanguage language : FormLanguage.values()) {
            for (LetterSection section : filled(from).letter()) {
                String text = section.text().in(language).value().replaceAll("<[^>]*>", " . ");
                assertThat(text.split("[.?!:]", -1))
                        .as(section.topic() + " " + language)
                        .allSatisfy(sentence ->
                                assertThat(sentence.strip().split("\\s+", -1)).hasSizeLessThan(27));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    @DisplayName("a letter without a section that Art 13 asks for is told so")
    void topics(Topic topic) {
        TemplateContent without = withLetter(
                filled(ReadyMade.STUDY_PARTICIPATION),
                s -> s.topic() == topic ? new LetterSection(Topic.OTHER, s.heading(), s.text()) : s);
        assertThat(kinds(without, APPROVAL))
                .isEqualTo(topic.required() ? List.of(FindingKind.TOPIC_MISSING) : List.of());
    }

    @Test
    @DisplayName("a section that lacks one language is told so")
    void languages() {
        TemplateContent half = withLetter(
                filled(ReadyMade.STUDY_PARTICIPATION),
                s -> s.topic() == Topic.STORAGE
                        ? new LetterSection(s.topic(), s.heading(), s.text().with(FormLanguage.NN, RichText.NONE))
                        : s);
        assertThat(TemplateCheck.findings(half, 1, null, APPROVAL, TODAY))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(FindingKind.TEXT_MISSING);
                    assertThat(finding.topic()).isEqualTo(Topic.STORAGE);
                    assertThat(finding.language()).isEqualTo(FormLanguage.NN);
                });
    }

    @Test
    @DisplayName("a letter that names another controller or another end than the approval is told so")
    void facts() {
        RichText text = new RichText("<p>Slutter 31. desember 2031. Noen andre har ansvaret.</p>");
        TemplateContent wrong = withLetter(
                filled(ReadyMade.STUDY_PARTICIPATION),
                s -> s.topic() == Topic.END_DATE || s.topic() == Topic.CONTROLLER
                        ? new LetterSection(s.topic(), s.heading(), new RichTexts(text, text, text))
                        : s);
        assertThat(kinds(wrong, APPROVAL))
                .containsExactly(FindingKind.CONTROLLER_NOT_NAMED, FindingKind.END_DATE_NOT_NAMED);
        RichText right = new RichText("<p>Høgskolen &amp; co. 31. desember 2028, 31 December 2028.</p>");
        assertThat(kinds(
                        withLetter(
                                wrong,
                                s -> s.topic() == Topic.END_DATE || s.topic() == Topic.CONTROLLER
                                        ? new LetterSection(s.topic(), s.heading(), new RichTexts(right, right, right))
                                        : s),
                        APPROVAL))
                .isEmpty();
    }

    @Test
    @DisplayName("samples, kinds of data and methods that the approval does not cover are told so")
    void coverage() {
        TemplateContent content = filled(ReadyMade.STUDY_PARTICIPATION);
        ApprovalFacts narrow = approval(Set.of(DataCategory.GENERAL), Set.of(Method.INDIVIDUAL_INTERVIEW));
        assertThat(kinds(content.forSamples(Set.of(UUID.randomUUID())), narrow))
                .containsExactly(
                        FindingKind.SAMPLE_NOT_APPROVED,
                        FindingKind.ITEM_CATEGORY_NOT_APPROVED,
                        FindingKind.ITEM_METHOD_NOT_APPROVED);
        assertThat(kinds(content.forSamples(Set.of()), APPROVAL)).containsExactly(FindingKind.SAMPLE_MISSING);
        assertThat(kinds(content.forSamples(Set.of(PROFESSIONALS)), APPROVAL))
                .containsExactly(FindingKind.CONFIDENTIALITY_MISSING);
    }

    @Test
    @DisplayName("items that repeat, hang in the air or force a part are told so")
    void items() {
        TemplateContent content = filled(ReadyMade.STUDY_PARTICIPATION);
        assertThat(kinds(withItems(content), APPROVAL)).containsExactly(FindingKind.MODULE_EMPTY, FindingKind.NO_ITEMS);
        TemplateItem interview = item(ItemKind.INTERVIEW, true, null);
        assertThat(kinds(withItems(content, interview, interview), APPROVAL)).containsExactly(FindingKind.ITEM_TWICE);
        assertThat(kinds(withItems(content, item(ItemKind.AUDIO_RECORDING, false, null)), APPROVAL))
                .containsExactly(FindingKind.ITEM_WITHOUT_WHOLE);
        assertThat(kinds(withItems(content, interview, item(ItemKind.AUDIO_RECORDING, true, null)), APPROVAL))
                .containsExactly(FindingKind.ITEM_PART_MANDATORY);
        assertThat(kinds(withItems(content, item(ItemKind.DATA_LINKAGE, false, null)), APPROVAL))
                .containsExactly(FindingKind.ITEM_COUNTERPART_MISSING);
        assertThat(kinds(
                        withItems(
                                content,
                                item(ItemKind.FOLLOW_UP, true, null),
                                with(item(ItemKind.SHARE_PLAN, false, null), "NAV")),
                        APPROVAL))
                .containsExactly(FindingKind.ITEM_AREA_MISSING);
    }

    @Test
    @DisplayName("a yes to the last day of the approval is fine, a day longer is not, and yesterday is past")
    void validity() {
        TemplateContent content = filled(ReadyMade.STUDY_PARTICIPATION);
        assertThat(kinds(until(content, ENDS), APPROVAL)).isEmpty();
        assertThat(kinds(until(content, ENDS.plusDays(1)), APPROVAL)).containsExactly(FindingKind.VALID_TOO_LONG);
        assertThat(kinds(until(content, TODAY), APPROVAL)).isEmpty();
        assertThat(kinds(until(content, TODAY.minusDays(1)), APPROVAL)).containsExactly(FindingKind.VALID_PAST);
    }

    @Test
    @DisplayName("nothing is published after the approval's end, and a second version says who is asked again")
    void endAndReAsk() {
        TemplateContent content = filled(ReadyMade.STUDY_PARTICIPATION);
        assertThat(TemplateCheck.findings(content, 1, null, APPROVAL, ENDS)).isEmpty();
        assertThat(TemplateCheck.findings(content, 1, null, APPROVAL, ENDS.plusDays(1)))
                .extracting(Finding::kind)
                .containsExactly(FindingKind.APPROVAL_ENDED);
        assertThat(TemplateCheck.findings(content, 2, null, APPROVAL, TODAY))
                .extracting(Finding::kind)
                .containsExactly(FindingKind.REASK_MISSING);
        assertThat(TemplateCheck.findings(content, 2, new ReAsk(ReAsk.Whom.NOBODY, Set.of()), APPROVAL, TODAY))
                .isEmpty();
    }

    @Test
    @DisplayName("of two words on how long a yes holds, the more specific wins, and none outlives the project")
    void specific() {
        TemplateItem own = item(ItemKind.INTERVIEW, true, new Validity(null, 1));
        TemplateItem none = item(ItemKind.CONTACT_AGAIN, false, null);
        TemplateItem project = item(ItemKind.FOLLOW_UP, false, Validity.UNTIL_PROJECT_END);
        var content = new TemplateContent(
                Words.NONE,
                Set.of(),
                new Validity(null, 6),
                List.of(),
                RichTexts.NONE,
                List.of(
                        new TemplateModule(
                                Words.NONE, new Validity(LocalDate.of(2026, 9, 1), null), List.of(own, none, project)),
                        new TemplateModule(Words.NONE, null, List.of(item(ItemKind.SHARE_PLAN, false, null)))));
        LocalDate signed = LocalDate.of(2026, 1, 31);
        assertThat(content.lastDay(own, signed, ENDS)).isEqualTo("2026-02-27");
        assertThat(content.lastDay(none, signed, ENDS)).isEqualTo("2026-09-01");
        assertThat(content.lastDay(project, signed, ENDS)).isEqualTo(ENDS);
        assertThat(content.lastDay(content.items().get(3), signed, ENDS)).isEqualTo("2026-07-30");
        assertThat(content.lastDay(content.items().get(3), signed, TODAY)).isEqualTo(TODAY);
    }

    @ParameterizedTest
    @EnumSource(ReadyMade.class)
    @DisplayName("a template is read as it was written")
    void written(ReadyMade from) {
        TemplateContent content = filled(from);
        assertThat(TemplateXml.read(no.tillit.consent.template.internal.Written.of(content)))
                .isEqualTo(content);
    }

    private static TemplateContent until(TemplateContent content, LocalDate day) {
        return withItems(content, item(ItemKind.INTERVIEW, true, new Validity(day, null)));
    }
}
