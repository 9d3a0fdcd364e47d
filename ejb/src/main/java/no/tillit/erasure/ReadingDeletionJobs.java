package no.tillit.erasure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Callers;
import no.tillit.access.Membership;
import no.tillit.access.Memberships;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.erasure.internal.Certificates;
import no.tillit.erasure.internal.DeletionJobs;
import no.tillit.erasure.internal.Previews;
import no.tillit.erasure.internal.ProposingEndings;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/** The deletion jobs somebody may know of: those of their projects, or all for those who watch over the installation. */
@Stateless
@RolesAllowed({Role.Names.PRIVACY_OFFICER, Role.Names.PROJECT_LEAD, Role.Names.AUDITOR})
public class ReadingDeletionJobs {
    @Inject
    private Access access;

    @Inject
    private Callers callers;

    @Inject
    private Memberships memberships;

    @Inject
    private DeletionJobs jobs;

    @Inject
    private Previews previews;

    @Inject
    private Certificates certificates;

    @Inject
    private ProposingEndings endings;

    @Inject
    private AuditLog audit;

    /**
     * Jobs, newest first; whoever sees all of them also sees at once what a project that has just ended makes due.
     *
     * @throws NotFound when the caller may read none, or not those of the project asked for
     */
    public Page<DeletionJobSummary> page(DeletionFilter filter, PageRequest request, Purpose purpose) {
        ProjectId project = filter.project();
        if (project != null) {
            audit.record(access.require(Action.READ_DELETION, project, purpose).entry());
            return jobs.page(filter, null, request);
        }
        if (access.mayEverywhere(Action.READ_DELETION)) {
            audit.record(access.require(Action.READ_DELETION, purpose).entry());
            endings.proposeAll();
            return jobs.page(filter, null, request);
        }
        return jobs.page(filter, ownProjects(purpose), request);
    }

    private @Nullable List<ProjectId> ownProjects(Purpose purpose) {
        List<ProjectId> own = memberships.of(callers.current().username()).stream()
                .map(Membership::project)
                .filter(p -> access.ownPurpose(Action.READ_DELETION, p).isPresent())
                .toList();
        own.forEach(p ->
                audit.record(access.require(Action.READ_DELETION, p, purpose).entry()));
        return own;
    }

    /**
     * One job with its preview and progress.
     *
     * @throws NotFound when there is no such job that the caller may know of
     */
    public DeletionPreview open(DeletionJobId id, Purpose purpose) {
        DeletionJobSummary job = jobs.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.READ_DELETION, job.project(), purpose);
        audit.record(entry(permit, job));
        return previews.of(job);
    }

    /**
     * The certificate of a completed job.
     *
     * @throws NotFound when there is no such job that the caller may know of
     * @throws CertificateNotIssued when the job is not completed
     */
    public StoredCertificate certificate(DeletionJobId id, Purpose purpose) {
        DeletionJobSummary job = jobs.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.READ_DELETION, job.project(), purpose);
        StoredCertificate certificate = certificates.find(id).orElseThrow(CertificateNotIssued::new);
        audit.record(entry(permit, job));
        return certificate;
    }

    private static AuditEntry entry(Permit permit, DeletionJobSummary job) {
        AuditEntry entry = permit.entry().on("deletion-job", job.id().value());
        return job.participant() == null ? entry : entry.about(job.participant());
    }
}
