package no.tillit.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.consent.internal.Board;
import no.tillit.consent.internal.BoardCsv;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;

/**
 * Who of a project has answered what, who is missing, what runs out and what waits for a check: by pseudonym, and on record
 * before it is answered (O-24).
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class ReadingBoard {
    private static final int AT_ONCE = 1000;

    @Inject
    private Access access;

    @Inject
    private Board board;

    @Inject
    private AuditLog audit;

    /** One page of the board, in the order of the pseudonyms. */
    public Page<BoardRow> page(ProjectId project, BoardFilter filter, PageRequest request, Purpose purpose) {
        permitted(Action.READ_CONSENT, project, purpose);
        return board.page(project, filter, request);
    }

    /** The counts above it, of all the project's participants. */
    public BoardCounts counts(ProjectId project, Purpose purpose) {
        permitted(Action.READ_CONSENT, project, purpose);
        return board.counts(project);
    }

    /**
     * All the rows as a table for a spreadsheet: UTF-8 with semicolons, one line for each participant. A cell that a
     * spreadsheet would take for a formula is disarmed. Everybody who is in it is on record with it.
     */
    public String csv(ProjectId project, BoardFilter filter, Purpose purpose) {
        Permit permit = access.require(Action.EXPORT_CONSENTS, project, purpose);
        var csv = new BoardCsv(board.counts(project).asked());
        List<ParticipantId> people = new ArrayList<>();
        String last = "";
        List<BoardRow> rows = board.after(project, filter, last, AT_ONCE);
        while (!rows.isEmpty()) {
            rows.forEach(csv::add);
            rows.forEach(row -> people.add(row.participant()));
            last = rows.get(rows.size() - 1).pseudonym();
            rows = board.after(project, filter, last, AT_ONCE);
        }
        audit.recordNow(permit.entries(people));
        return csv.text();
    }

    private void permitted(Action action, ProjectId project, Purpose purpose) {
        Permit permit = access.require(action, project, purpose);
        audit.recordNow(permit.entry());
    }
}
