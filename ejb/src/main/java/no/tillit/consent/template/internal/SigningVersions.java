package no.tillit.consent.template.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 * What a signed form of ours means for the gate. An item that the form asks about more than once, such as sharing with each of
 * several agencies, is given as a whole only when each of them is; what was said to each stands beside it.
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
        Map<ConsentItem, Boolean> decisions = new EnumMap<>(ConsentItem.class);
        items.forEach(item -> decisions.merge(
                item.kind(), Objects.requireNonNull(form.answers().get(item.code())), Boolean::logicalAnd));
        return new NewConsent(
                        form.signedOn(),
                        decisions,
                        form.method(),
                        form.language().tag(),
                        null)
                .holding(Validity.UNTIL_PROJECT_END, validities(version.content(), form.signedOn()));
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

    /** How long a yes holds as the form says; of an item that stands there more than once, the shortest. */
    private static Map<ConsentItem, Validity> validities(TemplateContent content, LocalDate signedOn) {
        Map<ConsentItem, Validity> shortest = new EnumMap<>(ConsentItem.class);
        content.items()
                .forEach(item -> shortest.merge(
                        item.kind(),
                        content.validityOf(item),
                        (one, other) -> lastDay(other, signedOn).isBefore(lastDay(one, signedOn)) ? other : one));
        return shortest;
    }

    private static LocalDate lastDay(Validity validity, LocalDate signedOn) {
        return validity.lastDay(signedOn, LocalDate.MAX);
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
