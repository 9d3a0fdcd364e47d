package no.tillit.consent.template.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.NewConsent;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.consent.template.TemplateContent;
import no.tillit.consent.template.TemplateItem;
import no.tillit.consent.template.Validity;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.participant.ParticipantRef;

/**
 * What a signed form of ours means for the gate: each of its items is decided by itself.
 */
@ApplicationScoped
public class SigningVersions {
    @Inject
    private Templates templates;

    @Inject
    private PrintedForms printed;

    /**
     * The form as a consent.
     *
     * @throws InvalidInput when the version was not the one to sign on that day or is not for this person, the form was
     *     printed for somebody else, or an item is not answered
     */
    public NewConsent read(ParticipantRef participant, AnsweredForm form) {
        TemplateVersion version = templates
                .find(form.version())
                .filter(v -> v.project().equals(participant.project()))
                .orElseThrow(() -> new InvalidInput("version-unknown", "version", "The project has no such version."));
        requireSignable(version, form.signedOn());
        List<TemplateItem> items = version.content().items();
        if (!version.content().samples().contains(participant.sampleId())) {
            throw new InvalidInput(
                    "version-for-others", "version", "This version is written for other samples than the person's.");
        }
        requirePrintedFor(participant, form);
        Set<String> codes = items.stream().map(TemplateItem::code).collect(Collectors.toSet());
        if (!codes.equals(form.answers().keySet())) {
            throw new InvalidInput(
                    "items-unanswered", "answers", "Say yes or no to each item of the form, and to no other.");
        }
        Map<ConsentItem, Boolean> decisions = new TreeMap<>();
        items.forEach(item ->
                decisions.put(item.item(), Objects.requireNonNull(form.answers().get(item.code()))));
        return new NewConsent(
                        form.signedOn(),
                        decisions,
                        form.method(),
                        form.language().tag(),
                        null)
                .holding(Validity.UNTIL_PROJECT_END, validities(version.content()));
    }

    /**
     * A number is used once: whoever signs again signs a form with a number of its own.
     *
     * @throws Conflict with code {@code form-number-used} when another consent was signed under the form's number
     */
    public void use(AnsweredForm form, UUID consent) {
        String number = form.number();
        if (number == null) {
            return;
        }
        PrintedForm paper = PaperCode.read(number).flatMap(printed::hold).orElseThrow(IllegalStateException::new);
        if (paper.usedFor() != null && !consent.equals(paper.usedFor())) {
            throw new Conflict(
                    "form-number-used",
                    "A form with this number has been recorded already. Two signatures need two forms: print a new one.");
        }
        paper.use(consent);
    }

    private static Map<ConsentItem, Validity> validities(TemplateContent content) {
        Map<ConsentItem, Validity> all = new TreeMap<>();
        content.items().forEach(item -> all.put(item.item(), content.validityOf(item)));
        return all;
    }

    private void requireSignable(TemplateVersion version, LocalDate signedOn) {
        Instant published = version.publishedAt();
        if (published == null) {
            throw new InvalidInput("version-unpublished", "version", "This version is a draft. Nobody signs it.");
        }
        if (signedOn.isBefore(day(published))) {
            throw new InvalidInput(
                    "signed-before-version", "signedOn", "The form was signed before this version was published.");
        }
        Optional<LocalDate> replaced = templates.versionsOf(version.template()).stream()
                .filter(other -> other.number() > version.number())
                .flatMap(other -> Optional.ofNullable(other.publishedAt()).stream())
                .map(SigningVersions::day)
                .min(LocalDate::compareTo);
        if (replaced.filter(signedOn::isAfter).isPresent()) {
            throw new InvalidInput(
                    "version-outdated", "version", "A newer version was there to sign on the day of signing.");
        }
    }

    private void requirePrintedFor(ParticipantRef participant, AnsweredForm form) {
        String number = form.number();
        if (number == null) {
            return;
        }
        PrintedForm paper = PaperCode.read(number)
                .flatMap(printed::find)
                .orElseThrow(() -> new InvalidInput("number-mistyped", "number", "No form has this number."));
        boolean fits =
                paper.participant().equals(participant.id()) && paper.version().equals(form.version());
        if (!fits) {
            throw new InvalidInput("form-of-others", "number", "This form was printed for somebody else.");
        }
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Clock.ZONE).toLocalDate();
    }
}
