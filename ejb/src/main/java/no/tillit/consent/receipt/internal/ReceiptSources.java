package no.tillit.consent.receipt.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ItemState;
import no.tillit.consent.internal.ItemWords;
import no.tillit.consent.receipt.internal.ReceiptFacts.Point;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.LetterFacts;
import no.tillit.consent.template.TemplateItem;
import no.tillit.consent.template.internal.TemplateVersion;
import no.tillit.consent.template.internal.Templates;
import no.tillit.kernel.NotFound;
import no.tillit.participant.Participants;
import no.tillit.project.ApprovalFacts;
import no.tillit.project.Approvals;
import org.jspecify.annotations.Nullable;

/** Brings together what a receipt says. */
@ApplicationScoped
public class ReceiptSources {
    @Inject
    private Templates templates;

    @Inject
    private Approvals approvals;

    @Inject
    private Participants participants;

    /** The facts of this consent, told at this moment. */
    public ReceiptFacts of(ConsentSummary consent, Instant at) {
        var participant = participants.ref(consent.participant());
        ApprovalFacts approval = approvals.facts(participant.project());
        @Nullable
        TemplateVersion version = consent.version() == null
                ? null
                : templates.find(consent.version()).orElseThrow(NotFound::new);
        LetterFacts told = version == null || version.facts() == null ? LetterFacts.of(approval) : version.facts();
        return new ReceiptFacts(
                consent.id().value(),
                at,
                participant.pseudonym().value(),
                told.project(),
                told.controller(),
                approval.endsOn(),
                consent.language(),
                consent.signedOn(),
                consent.capturedAt(),
                consent.method(),
                consent.state(),
                version == null ? null : version.code(),
                version == null ? bare(consent, approval.endsOn()) : worded(consent, version, told, approval.endsOn()));
    }

    private List<Point> worded(
            ConsentSummary consent, TemplateVersion version, LetterFacts told, LocalDate projectEnds) {
        FormLanguage language = FormLanguage.of(consent.language());
        Map<ConsentItem, ItemState> states =
                consent.items().stream().collect(Collectors.toMap(ItemState::item, Function.identity()));
        return version.content().items().stream()
                .map(item -> point(item, Objects.requireNonNull(states.get(item.item())), told, language, projectEnds))
                .toList();
    }

    private static Point point(
            TemplateItem item, ItemState held, LetterFacts told, FormLanguage language, LocalDate projectEnds) {
        return new Point(
                item.code(),
                item.kind(),
                told.fill(item.label(), item, language),
                told.fill(item.purpose(), item, language),
                item.categories(),
                item.counterpart(),
                held.state(),
                held.withdrawnAt(),
                held.endedBy(),
                held.lastDay() == null ? projectEnds : held.lastDay());
    }

    /** Of a form that was not made here only the kinds of its items are known. */
    private static List<Point> bare(ConsentSummary consent, LocalDate projectEnds) {
        ResourceBundle words = ResourceBundle.getBundle(
                "no.tillit.consent.receipt",
                FormLanguage.of(consent.language()).locale(),
                ReceiptSources.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return consent.items().stream()
                .map(item -> new Point(
                        item.item().code(),
                        item.item().kind(),
                        ItemWords.say(item.item(), words),
                        "",
                        Set.of(),
                        item.item().counterpart(),
                        item.state(),
                        item.withdrawnAt(),
                        item.endedBy(),
                        item.lastDay() == null ? projectEnds : item.lastDay()))
                .toList();
    }
}
