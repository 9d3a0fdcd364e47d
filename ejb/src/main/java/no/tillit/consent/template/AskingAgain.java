package no.tillit.consent.template;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.internal.ConsentForms;
import no.tillit.consent.internal.ConsentForms.SignedVersion;
import no.tillit.consent.template.internal.TemplateVersion;
import no.tillit.consent.template.internal.Templates;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;

/**
 * When a newer version asks for it, those who signed an older one are asked again until they have answered. A version that asks
 * nobody does not excuse from one before it that does.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class AskingAgain {
    @Inject
    private Access access;

    @Inject
    private Participants participants;

    @Inject
    private ConsentForms forms;

    @Inject
    private Templates templates;

    @Inject
    private AuditLog audit;

    /** Who is still to be asked again, by pseudonym; worked out anew each time. */
    public List<AskedAgain> in(ProjectId project, Purpose purpose) {
        Permit permit = access.require(Action.READ_CONSENT, project, purpose);
        audit.recordNow(permit.entry().on("project", project.value()));
        Map<TemplateId, List<TemplateVersion>> published =
                templates.publishedIn(project).stream().collect(Collectors.groupingBy(TemplateVersion::template));
        Map<ParticipantId, List<SignedVersion>> signed =
                forms.signedVersions(project).stream().collect(Collectors.groupingBy(SignedVersion::participant));
        Map<ParticipantId, ParticipantRef> people = participants.refs(signed.keySet());
        List<AskedAgain> asked = new ArrayList<>();
        signed.forEach((id, versions) -> {
            ParticipantRef person = people.get(id);
            if (person != null && person.state() == ParticipantState.ACTIVE) {
                published.values().forEach(template -> ask(person, versions, template, asked));
            }
        });
        asked.sort(Comparator.comparing((AskedAgain a) -> a.pseudonym().value()).thenComparing(AskedAgain::name));
        return asked;
    }

    /** @param newestFirst the template's published versions */
    private void ask(
            ParticipantRef person,
            List<SignedVersion> signed,
            List<TemplateVersion> newestFirst,
            List<AskedAgain> asked) {
        Map<TemplateVersionId, SignedVersion> byVersion = new HashMap<>();
        signed.forEach(s -> byVersion.put(s.version(), s));
        TemplateVersion last = newestFirst.stream()
                .filter(v -> byVersion.containsKey(v.id()))
                .findFirst()
                .orElse(null);
        if (last == null) {
            return;
        }
        Set<ConsentItem> decided =
                Objects.requireNonNull(byVersion.get(last.id())).decided();
        boolean again = newestFirst.stream()
                .filter(v -> v.number() > last.number())
                .anyMatch(v -> ReAsk.asks(v.reAsk(), decided));
        if (again) {
            TemplateVersion newest = newestFirst.get(0);
            asked.add(new AskedAgain(
                    person.id(),
                    person.pseudonym(),
                    last.template(),
                    templates.find(last.template()).orElseThrow().name(),
                    last.number(),
                    newest.id(),
                    newest.number()));
        }
    }
}
