package no.tillit.consent.template;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.consent.template.internal.FormHtml;
import no.tillit.consent.template.internal.PaperCode;
import no.tillit.consent.template.internal.PrintedForm;
import no.tillit.consent.template.internal.PrintedForms;
import no.tillit.consent.template.internal.TemplateVersion;
import no.tillit.consent.template.internal.Templates;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.paper.Paper;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import no.tillit.project.Approvals;
import org.jspecify.annotations.Nullable;

/**
 * Letter and form on paper, ordinary or in large print: blank, or for a person with a number of its own. Neither name nor
 * pseudonym is on it (O-08, O-20).
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class PrintingForms {
    @Inject
    private Access access;

    @Inject
    private Approvals approvals;

    @Inject
    private Participants participants;

    @Inject
    private Templates templates;

    @Inject
    private PrintedForms forms;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    private final SecureRandom random = new SecureRandom();

    /**
     * A form for anybody; a draft says on each part that it is one.
     *
     * @throws NotFound when there is no such version
     */
    public FormPdf blank(TemplateVersionId id, FormLanguage language, boolean largePrint) {
        TemplateVersion version = templates.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.READ_TEMPLATE, version.project());
        audit.record(permit.entry().on("consent-template", id.value()));
        return print(version, language, largePrint, null);
    }

    /**
     * A form for one person, with a new number each time.
     *
     * @throws Conflict with code {@code version-not-current} when it is a draft, or a newer version is published
     * @throws InvalidInput with code {@code version-for-others} when it is not for the person's sample
     * @throws no.tillit.access.RecordClosed when the person is blocked, and after the approval's end date
     * @throws NotFound when there is no such participant, or no such version in the person's project
     */
    public FormPdf forPerson(
            ParticipantId id, TemplateVersionId versionId, FormLanguage language, boolean largePrint, Purpose purpose) {
        ParticipantRef participant = participants.ref(id);
        Permit permit = access.require(Action.PRINT_CONSENT, participant.project(), purpose);
        access.require(permit, participant.state().ofRecord(), id);
        TemplateVersion version = templates
                .find(versionId)
                .filter(v -> v.project().equals(participant.project()))
                .orElseThrow(NotFound::new);
        requireCurrent(version);
        if (!version.content().samples().contains(participant.sampleId())) {
            throw new InvalidInput(
                    "version-for-others", "version", "This version is written for other samples than the person's.");
        }
        String number = PaperCode.random(11, random);
        forms.add(
                new PrintedForm(number, versionId, participant, language, largePrint, clock.now(), permit.username()));
        audit.record(permit.entry().about(id).on("consent-template", versionId.value()));
        return print(version, language, largePrint, number);
    }

    private void requireCurrent(TemplateVersion version) {
        boolean current = templates.versionsOf(version.template()).stream()
                .filter(TemplateVersion::isPublished)
                .findFirst()
                .filter(newest -> newest.id().equals(version.id()))
                .isPresent();
        if (!current) {
            throw new Conflict("version-not-current", "People sign the newest published version, and this is not it.");
        }
    }

    private FormPdf print(TemplateVersion version, FormLanguage language, boolean largePrint, @Nullable String number) {
        LetterFacts frozen = version.facts();
        LetterFacts facts = frozen == null ? LetterFacts.of(approvals.facts(version.project())) : frozen;
        var sheet = new FormHtml.Sheet(
                version.content(), facts, language, largePrint, !version.isPublished(), version.code(), number);
        String name = (number == null ? version.code() : number) + "-" + language.tag() + ".pdf";
        byte[] pdf = Paper.render(
                FormHtml.of(sheet),
                (page, pages, form) -> new PaperMark(version.code(), language, number, page, pages, form).text());
        return new FormPdf(pdf, "samtykke-" + name, number);
    }
}
