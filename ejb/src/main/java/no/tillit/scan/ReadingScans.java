package no.tillit.scan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.RecordState;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.consent.ConsentId;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ParticipantRef;
import no.tillit.scan.internal.Looking;

/** What has been scanned in a project, and how far it has come. */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER})
public class ReadingScans {
    @Inject
    private Access access;

    @Inject
    private Looking looking;

    @Inject
    private AuditLog audit;

    /** The files that are under way, refused, or of which forms are open; the newest first. */
    public List<ScanBatchSummary> batches(ProjectId project, Purpose purpose) {
        audit.recordNow(access.require(Action.READ_SCAN, project, purpose).entry());
        return looking.batches(project);
    }

    /** @throws NotFound when there is no such file, or its last form has been dealt with */
    public ScanBatchSummary batch(ScanBatchId id, Purpose purpose) {
        ScanBatchSummary batch = looking.batch(id);
        ProjectId project = looking.projectOf(id);
        audit.recordNow(
                access.require(Action.READ_SCAN, project, purpose).entry().on("scan", id.value()));
        return batch;
    }

    /**
     * Forms of files that have been read, the oldest first.
     *
     * @param states which; all that are open when empty
     */
    public Page<ScannedFormSummary> forms(
            ProjectId project, Set<ScannedFormState> states, PageRequest request, Purpose purpose) {
        audit.recordNow(access.require(Action.READ_SCAN, project, purpose).entry());
        return looking.forms(project, states, request);
    }

    /** How many forms wait for somebody. */
    public ScanCounts counts(ProjectId project, Purpose purpose) {
        audit.recordNow(access.require(Action.READ_SCAN, project, purpose).entry());
        return looking.counts(project);
    }

    /** @throws NotFound when there is no such form, or no more */
    public ScannedFormDetails open(ScannedFormId id, Purpose purpose) {
        return looking.details(permitted(id, purpose));
    }

    /** The pages from which a consent was recorded; empty when it was recorded without a scan of ours. */
    public Optional<ScannedFormDetails> of(ConsentId consent, Purpose purpose) {
        return looking.formOf(consent).map(id -> looking.details(permitted(id, purpose)));
    }

    /**
     * A page's picture. Who looked, and why, is in the audit log before it is opened.
     *
     * @throws NotFound when there is no such page, or it could not be read
     * @throws no.tillit.access.RecordClosed when whose it is has withdrawn, and after the approval's end date
     */
    public ScannedPicture picture(ScannedPageId id, Purpose purpose) {
        ScannedFormId form = looking.formOfPage(id);
        permitted(form, purpose);
        return looking.picture(id);
    }

    private ScannedFormId permitted(ScannedFormId id, Purpose purpose) {
        Permit permit = access.require(Action.READ_SCANNED_FORM, looking.projectOf(id), purpose);
        Optional<ParticipantRef> whose = looking.whoseIs(id);
        RecordState state = whose.map(person -> person.state().ofRecord()).orElse(RecordState.OPEN);
        access.require(permit, state, attempt -> List.of(on(id, whose, attempt)));
        audit.recordNow(on(id, whose, permit.entry()));
        return id;
    }

    private static AuditEntry on(ScannedFormId id, Optional<ParticipantRef> whose, AuditEntry entry) {
        AuditEntry on = entry.on("scan", id.value());
        return whose.map(person -> on.about(person.id())).orElse(on);
    }
}
