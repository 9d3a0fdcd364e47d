package no.tillit.interview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.interview.internal.Confidentiality;
import no.tillit.interview.internal.Interview;
import no.tillit.interview.internal.Interviews;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;

/** Which interviews there are, for the researchers of the project and those who watch over it. */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class ReadingInterviews {
    @Inject
    private Access access;

    @Inject
    private Interviews interviews;

    @Inject
    private Confidentiality confidentiality;

    @Inject
    private AuditLog audit;

    /** One page of a project's interviews. */
    public Page<InterviewSummary> page(
            ProjectId project, InterviewFilter filter, InterviewSort sort, PageRequest request, Purpose purpose) {
        Permit permit = access.require(Action.READ_INTERVIEW, project, purpose);
        audit.recordNow(permit.entry());
        Page<Interview> page = interviews.page(project, filter, sort, request);
        return new Page<>(confidentiality.summaries(page.items()), page.page(), page.size(), page.total());
    }

    /** @throws NotFound when it is absent or hidden */
    public InterviewSummary open(InterviewId id, Purpose purpose) {
        Interview interview = interviews.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.READ_INTERVIEW, interview.project(), purpose);
        AuditEntry entry = permit.entry().on("interview", id.value());
        audit.recordNow(interview.participants().stream().map(entry::about).toList());
        return confidentiality.summaries(List.of(interview)).get(0);
    }
}
