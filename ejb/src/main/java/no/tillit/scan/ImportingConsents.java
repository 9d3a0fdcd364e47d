package no.tillit.scan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Reader;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Role;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.RecordingConsent;
import no.tillit.kernel.Clock;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.scan.ImportedRow.Outcome;
import no.tillit.scan.internal.Alone;
import no.tillit.scan.internal.ListedConsents;
import no.tillit.scan.internal.ListedConsents.Listed;
import no.tillit.scan.internal.UpTo;
import org.jspecify.annotations.Nullable;

/**
 * Consents that were collected on paper before are taken in from a list, each row by itself: all of it or nothing, under the same
 * rules as one that is typed in. Scans are uploaded first and named by the row. A rehearsal does all that and takes it back; a
 * list that is run again makes no doubles.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportingConsents {
    /** The most characters of a list. */
    public static final int LONGEST = 2_000_000;

    @Inject
    private Access access;

    @Inject
    private RecordingConsent recording;

    @Inject
    private MatchingScans matching;

    @Inject
    private ListedConsents listed;

    @Inject
    private Alone alone;

    @Inject
    private Clock clock;

    /** That a rehearsal has come to its end: what it did is taken back. */
    private static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean before;

        Rehearsed(boolean before) {
            super("Only tried");
            this.before = before;
        }
    }

    /**
     * Takes a list in.
     *
     * @param csv with a heading; what its columns mean stands at {@link ListedConsents}. Read only for whoever may, and no further
     *     than a list may be long
     * @param rehearsal only tries, and changes nothing
     * @return what became of each row, in their order
     * @throws InvalidInput when the list as a whole cannot be read, or is too long
     * @throws no.tillit.kernel.NotFound when the caller may not record consents in this project
     */
    public ImportReport run(ProjectId project, Reader csv, boolean rehearsal, Purpose purpose) {
        Map<String, ScannedFormId> scans = alone.call(() -> {
            access.require(Action.MATCH_SCAN, project, purpose);
            return listed.openByFileName(project);
        });
        String list = UpTo.read(csv, LONGEST);
        Instant began = clock.now();
        List<ImportedRow> rows = new ArrayList<>();
        for (Listed row : listed.rows(list)) {
            var one = new One(project, row, scans.get(row.scan()), began, purpose);
            rows.add(rehearsal ? rehearse(one) : take(one));
        }
        return new ImportReport(rehearsal, rows);
    }

    /** The same with a list that is at hand. */
    public ImportReport run(ProjectId project, String csv, boolean rehearsal, Purpose purpose) {
        return run(project, new StringReader(csv), rehearsal, purpose);
    }

    /** One row and what is known of it. */
    private record One(
            ProjectId project, Listed row, @Nullable ScannedFormId scan, Instant began, Purpose purpose) {
        ImportedRow went(Outcome outcome, @Nullable ConsentSummary consent) {
            return new ImportedRow(
                    row.line(), row.pseudonym(), outcome, null, null, consent == null ? null : consent.id());
        }

        ImportedRow refused(Refusal why, Outcome outcome) {
            return new ImportedRow(row.line(), row.pseudonym(), outcome, why.code(), why.getMessage(), null);
        }
    }

    private ImportedRow rehearse(One one) {
        try {
            return alone.call(() -> {
                ConsentSummary consent = record(one);
                throw new Rehearsed(isOlder(consent, one));
            });
        } catch (Rehearsed done) {
            return one.went(done.before ? Outcome.ALREADY_THERE : Outcome.READY, null);
        } catch (Refusal refusal) {
            return one.refused(refusal, Outcome.REFUSED);
        }
    }

    private ImportedRow take(One one) {
        ConsentSummary consent;
        ScannedFormId scan = one.scan();
        try {
            consent = alone.call(() -> {
                ConsentSummary recorded = record(one);
                if (scan != null && recorded.evidence() == null) {
                    matching.begin(scan, read(one), recorded.id(), one.purpose());
                }
                return recorded;
            });
        } catch (Refusal refusal) {
            return one.refused(refusal, Outcome.REFUSED);
        }
        if (scan != null && consent.evidence() == null) {
            try {
                matching.finish(scan, one.purpose());
            } catch (Refusal refusal) {
                return one.refused(refusal, Outcome.SCAN_NOT_ATTACHED);
            }
            return one.went(Outcome.RECORDED, consent);
        }
        return one.went(isOlder(consent, one) ? Outcome.ALREADY_THERE : Outcome.RECORDED, consent);
    }

    /** The consent, in the caller's transaction; refused when the row names a scan that is neither here nor attached to it. */
    private ConsentSummary record(One one) {
        ScannedFormId scan = one.scan();
        ScanMatch said = scan == null ? read(one) : matching.withNumber(scan, read(one));
        ConsentSummary consent = said.ours() == null
                ? recording.record(said.participant(), Objects.requireNonNull(said.other()), one.purpose())
                : recording.record(said.participant(), said.ours(), one.purpose());
        if (!one.row().scan().isEmpty() && one.scan() == null && consent.evidence() == null) {
            throw new InvalidInput(
                    "scan-absent", "scan", "No scan of this name waits here. Upload it first, one form in each file.");
        }
        return consent;
    }

    private ScanMatch read(One one) {
        return listed.read(one.project(), one.row());
    }

    private static boolean isOlder(ConsentSummary consent, One one) {
        return consent.capturedAt().isBefore(one.began());
    }
}
