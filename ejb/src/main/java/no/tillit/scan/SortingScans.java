package no.tillit.scan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Purpose;
import no.tillit.scan.internal.Sorting;

/**
 * What the codes did not tell somebody tells by hand: which number stands on the paper, where one form ends and the next
 * begins, what is thrown away. None of it changes a consent.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER})
public class SortingScans {
    @Inject
    private Access access;

    @Inject
    private Sorting sorting;

    @Inject
    private AuditLog audit;

    /**
     * The number that stands at the foot of the paper. When another open form has it, the pages are joined to that.
     *
     * @return the form that the pages belong to now
     * @throws no.tillit.kernel.InvalidInput with code {@code number-mistyped} when no form of the project has this number
     * @throws Conflict with code {@code scan-matched} when it has been matched
     */
    public ScannedFormSummary number(ScannedFormId id, String typed, Purpose purpose) {
        AuditEntry entry = permitted(Action.MATCH_SCAN, id, purpose);
        ScannedFormSummary joined = sorting.number(id, typed);
        audit.record(entry);
        return joined;
    }

    /**
     * The form ends before this page: it and the pages after it are a form of their own.
     *
     * @return the new form
     * @throws Conflict with code {@code scan-matched}, or {@code scan-first-page} when there is nothing before the page
     */
    public ScannedFormSummary split(ScannedPageId page, Purpose purpose) {
        AuditEntry entry = permitted(Action.MATCH_SCAN, sorting.formOf(page), purpose);
        ScannedFormSummary split = sorting.split(page);
        audit.record(entry);
        return split;
    }

    /**
     * Throws a form's pages away, for good.
     *
     * @throws Conflict with code {@code scan-matched} when a consent rests on them: they go with the person
     */
    public void discard(ScannedFormId id, Purpose purpose) {
        AuditEntry entry = permitted(Action.DISCARD_SCAN, id, purpose);
        sorting.discard(id);
        audit.record(entry);
    }

    /**
     * Throws one page away, for good; the form goes with its last page.
     *
     * @throws Conflict with code {@code scan-matched}
     */
    public void discard(ScannedPageId page, Purpose purpose) {
        AuditEntry entry = permitted(Action.DISCARD_SCAN, sorting.formOf(page), purpose);
        sorting.discard(page);
        audit.record(entry);
    }

    /**
     * Throws a file away with every form of it that is not matched, whether or not it has been read; reading it stops.
     *
     * @throws NotFound when there is no such file
     */
    public void discard(ScanBatchId id, Purpose purpose) {
        Permit permit = access.require(Action.DISCARD_SCAN, sorting.projectOf(id), purpose);
        sorting.discard(id);
        audit.record(permit.entry().on("scan", id.value()));
    }

    private AuditEntry permitted(Action action, ScannedFormId id, Purpose purpose) {
        Permit permit = access.require(action, sorting.projectOf(id), purpose);
        return permit.entry().on("scan", id.value());
    }
}
