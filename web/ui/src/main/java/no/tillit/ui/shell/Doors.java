package no.tillit.ui.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import no.tillit.access.AccessTable;
import no.tillit.access.Action;

/**
 * A page that is there to do something is not there for whoever may do that nowhere: no empty list and no form that would be
 * refused. Where somebody may do it, the use case decides; {@code ear/src/test/resources/access/pages.txt} says who reads what.
 */
@WebFilter(urlPatterns = "*.xhtml", asyncSupported = true, dispatcherTypes = DispatcherType.REQUEST)
public class Doors extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** What each page is for; a page that is not here is for everybody who is logged in, or asks a use case by itself. */
    private static final Map<String, Action> DOORS = Map.ofEntries(
            Map.entry("/project/register-project.xhtml", Action.REGISTER_PROJECT),
            Map.entry("/participant/participants.xhtml", Action.READ_PARTICIPANT),
            Map.entry("/participant/register-participant.xhtml", Action.REGISTER_PARTICIPANT),
            Map.entry("/participant/find.xhtml", Action.READ_CONTACT),
            Map.entry("/participant/contact.xhtml", Action.WRITE_CONTACT),
            Map.entry("/consent/board.xhtml", Action.READ_CONSENT),
            Map.entry("/consent/unchecked.xhtml", Action.READ_CONSENT),
            Map.entry("/consent/notices.xhtml", Action.READ_CONSENT),
            Map.entry("/consent/ask-again.xhtml", Action.READ_CONSENT),
            Map.entry("/consent/capture.xhtml", Action.RECORD_CONSENT),
            Map.entry("/consent/on-screen.xhtml", Action.RECORD_CONSENT),
            Map.entry("/consent/record-consent.xhtml", Action.RECORD_CONSENT),
            Map.entry("/consent/evidence.xhtml", Action.ATTACH_CONSENT_EVIDENCE),
            Map.entry("/consent/check.xhtml", Action.CHECK_CONSENT),
            Map.entry("/scan/scans.xhtml", Action.READ_SCAN),
            Map.entry("/scan/import.xhtml", Action.UPLOAD_SCAN),
            Map.entry("/scan/match.xhtml", Action.MATCH_SCAN),
            Map.entry("/template/frame.xhtml", Action.EDIT_TEMPLATE),
            Map.entry("/template/section.xhtml", Action.EDIT_TEMPLATE),
            Map.entry("/template/item.xhtml", Action.EDIT_TEMPLATE),
            Map.entry("/template/print.xhtml", Action.PRINT_CONSENT),
            Map.entry("/interview/interviews.xhtml", Action.READ_INTERVIEW),
            Map.entry("/interview/new-interview.xhtml", Action.CREATE_INTERVIEW),
            Map.entry("/document/documents.xhtml", Action.LIST_DOCUMENTS),
            Map.entry("/document/materials.xhtml", Action.LIST_MATERIAL),
            Map.entry("/document/material.xhtml", Action.LIST_MATERIAL),
            Map.entry("/document/attach.xhtml", Action.ATTACH_CASE_DOCUMENT),
            Map.entry("/interview/speakers.xhtml", Action.DIVIDE_TRANSCRIPT),
            Map.entry("/retention/due.xhtml", Action.READ_RETENTION),
            Map.entry("/retention/schedules.xhtml", Action.READ_RETENTION),
            Map.entry("/retention/schedule.xhtml", Action.READ_RETENTION),
            Map.entry("/retention/holds.xhtml", Action.READ_HOLD),
            Map.entry("/retention/place-hold.xhtml", Action.MANAGE_HOLDS),
            Map.entry("/erasure/propose.xhtml", Action.PROPOSE_DELETION),
            Map.entry("/audit/entries.xhtml", Action.READ_AUDIT));

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Action action = DOORS.get(request.getServletPath());
        boolean open = action == null
                || AccessTable.rulesFor(action).stream()
                        .anyMatch(rule -> request.isUserInRole(rule.role().keycloakName()));
        if (open) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
