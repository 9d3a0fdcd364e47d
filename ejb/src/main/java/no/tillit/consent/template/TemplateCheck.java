package no.tillit.consent.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.tillit.consent.ItemKind;
import no.tillit.consent.template.internal.Sanitising;
import no.tillit.project.ApprovalFacts;
import no.tillit.project.ApprovedSample;
import no.tillit.project.Method;
import org.jspecify.annotations.Nullable;

/**
 * A version can be published when it tells all that a person has a right to know, in all three languages, and asks for nothing
 * that the approval does not cover (GDPR Art 7, 13; O-01, O-04, O-05, O-20).
 */
public final class TemplateCheck {
    private final TemplateContent content;
    private final ApprovalFacts approval;
    private final LetterFacts facts;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    private TemplateCheck(TemplateContent content, ApprovalFacts approval, LocalDate today) {
        this.content = content;
        this.approval = approval;
        this.facts = LetterFacts.of(approval);
        this.today = today;
    }

    /**
     * What stands in the way of publishing; empty when nothing does.
     *
     * @param number of the version; from the second on it says who is asked again
     */
    public static List<Finding> findings(
            TemplateContent content, int number, @Nullable ReAsk reAsk, ApprovalFacts approval, LocalDate today) {
        var check = new TemplateCheck(content, approval, today);
        check.samples();
        check.letter();
        check.form();
        if (today.isAfter(approval.endsOn())) {
            check.findings.add(Finding.of(FindingKind.APPROVAL_ENDED));
        }
        if (number > 1 && reAsk == null) {
            check.findings.add(Finding.of(FindingKind.REASK_MISSING));
        }
        return List.copyOf(check.findings);
    }

    private void samples() {
        if (content.samples().isEmpty()) {
            findings.add(Finding.of(FindingKind.SAMPLE_MISSING));
        }
        for (UUID sample : content.samples()) {
            if (approval.samples().stream().noneMatch(s -> s.id().equals(sample))) {
                findings.add(Finding.of(FindingKind.SAMPLE_NOT_APPROVED));
            }
        }
        boolean confidential = approval.samples().stream()
                .filter(s -> content.samples().contains(s.id()))
                .anyMatch(ApprovedSample::confidentiality);
        if (confidential && sections(Topic.CONFIDENTIALITY).isEmpty()) {
            findings.add(Finding.of(FindingKind.CONFIDENTIALITY_MISSING, Topic.CONFIDENTIALITY, null));
        }
    }

    private void letter() {
        for (FormLanguage language : FormLanguage.values()) {
            if (content.title().in(language).isEmpty()) {
                findings.add(Finding.of(FindingKind.TITLE_MISSING, language));
            } else if (facts.leavesGap(content.title().in(language))) {
                findings.add(Finding.of(FindingKind.GAP_LEFT, language));
            }
        }
        Arrays.stream(Topic.values())
                .filter(topic -> topic.required() && sections(topic).isEmpty())
                .forEach(topic -> findings.add(Finding.of(FindingKind.TOPIC_MISSING, topic, null)));
        content.letter().forEach(this::section);
        named(Topic.CONTROLLER, FindingKind.CONTROLLER_NOT_NAMED);
        named(Topic.END_DATE, FindingKind.END_DATE_NOT_NAMED);
    }

    private void section(LetterSection section) {
        for (FormLanguage language : FormLanguage.values()) {
            String heading = section.heading().in(language);
            RichText text = section.text().in(language);
            if (heading.isEmpty() || text.isBlank()) {
                findings.add(Finding.of(FindingKind.TEXT_MISSING, section.topic(), language));
            }
            if (facts.leavesGap(heading) || facts.leavesGap(text.value())) {
                findings.add(Finding.of(FindingKind.GAP_LEFT, section.topic(), language));
            }
        }
    }

    private void named(Topic topic, FindingKind kind) {
        for (FormLanguage language : FormLanguage.values()) {
            String name = topic == Topic.CONTROLLER
                    ? Sanitising.escape(approval.controller())
                    : language.day(approval.endsOn());
            List<String> texts = sections(topic).stream()
                    .map(section -> facts.fill(section.text().in(language), language))
                    .filter(text -> !text.isEmpty())
                    .toList();
            if (!texts.isEmpty() && texts.stream().noneMatch(text -> text.contains(name))) {
                findings.add(Finding.of(kind, topic, language));
            }
        }
    }

    private void form() {
        for (FormLanguage language : FormLanguage.values()) {
            RichText declaration = content.declaration().in(language);
            if (declaration.isBlank()) {
                findings.add(Finding.of(FindingKind.DECLARATION_MISSING, language));
            } else if (facts.leavesGap(declaration.value())) {
                findings.add(Finding.of(FindingKind.GAP_LEFT, language));
            }
            if (content.modules().stream()
                    .anyMatch(m -> m.items().isEmpty() || m.title().in(language).isEmpty())) {
                findings.add(Finding.of(FindingKind.MODULE_EMPTY, language));
            }
        }
        if (content.items().isEmpty()) {
            findings.add(Finding.of(FindingKind.NO_ITEMS));
        }
        Set<String> codes = new HashSet<>();
        for (TemplateItem item : content.items()) {
            if (!codes.add(item.code())) {
                findings.add(Finding.of(FindingKind.ITEM_TWICE, item, null));
            }
            words(item);
            coverage(item);
            validity(item);
        }
    }

    private void words(TemplateItem item) {
        for (FormLanguage language : FormLanguage.values()) {
            String label = item.label().in(language);
            String purpose = item.purpose().in(language);
            if (label.isEmpty()) {
                findings.add(Finding.of(FindingKind.ITEM_TEXT_MISSING, item, language));
            }
            if (purpose.isEmpty()) {
                findings.add(Finding.of(FindingKind.ITEM_PURPOSE_MISSING, item, language));
            }
            String both = (label + purpose).replace("{counterpart}", "");
            if (facts.leavesGap(both)) {
                findings.add(Finding.of(FindingKind.GAP_LEFT, item, language));
            }
        }
        String counterpart = item.counterpart();
        boolean withSomebody = item.kind() == ItemKind.SHARE_PLAN || item.kind() == ItemKind.DATA_LINKAGE;
        if (withSomebody && counterpart == null) {
            findings.add(Finding.of(FindingKind.ITEM_COUNTERPART_MISSING, item, null));
        }
        if (counterpart != null && facts.leavesGap(counterpart)) {
            findings.add(Finding.of(FindingKind.GAP_LEFT, item, null));
        }
        if (item.kind() == ItemKind.SHARE_PLAN && item.area() == null) {
            findings.add(Finding.of(FindingKind.ITEM_AREA_MISSING, item, null));
        }
    }

    private void coverage(TemplateItem item) {
        if (item.categories().isEmpty()) {
            findings.add(Finding.of(FindingKind.ITEM_CATEGORIES_MISSING, item, null));
        }
        if (!approval.categories().containsAll(item.categories())) {
            findings.add(Finding.of(FindingKind.ITEM_CATEGORY_NOT_APPROVED, item, null));
        }
        Set<Method> methods = methods(item.kind());
        if (!methods.isEmpty() && methods.stream().noneMatch(approval.methods()::contains)) {
            findings.add(Finding.of(FindingKind.ITEM_METHOD_NOT_APPROVED, item, null));
        }
        item.kind().partOf().ifPresent(whole -> {
            if (content.items().stream().noneMatch(other -> other.kind() == whole)) {
                findings.add(Finding.of(FindingKind.ITEM_WITHOUT_WHOLE, item, null));
            }
            if (item.mandatory()) {
                findings.add(Finding.of(FindingKind.ITEM_PART_MANDATORY, item, null));
            }
        });
    }

    private void validity(TemplateItem item) {
        LocalDate until = content.validityOf(item).until();
        if (until != null && until.isAfter(approval.endsOn())) {
            findings.add(Finding.of(FindingKind.VALID_TOO_LONG, item, null));
        }
        if (until != null && until.isBefore(today)) {
            findings.add(Finding.of(FindingKind.VALID_PAST, item, null));
        }
    }

    /** One of these has to be approved for the item; none is needed for being asked again. */
    private static Set<Method> methods(ItemKind kind) {
        return switch (kind) {
            case INTERVIEW -> Set.of(Method.INDIVIDUAL_INTERVIEW, Method.FOCUS_GROUP);
            case AUDIO_RECORDING -> Set.of(Method.AUDIO_RECORDING);
            case FOLLOW_UP, SHARE_PLAN -> Set.of(Method.CASE_RECORDS);
            case DATA_LINKAGE -> Set.of(Method.DATA_LINKAGE);
            case CONTACT_AGAIN -> Set.of();
        };
    }

    private List<LetterSection> sections(Topic topic) {
        return content.letter().stream()
                .filter(section -> section.topic() == topic)
                .toList();
    }
}
