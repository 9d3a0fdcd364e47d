package no.tillit.api.audit;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import no.tillit.audit.AuditFilter;
import no.tillit.audit.Outcome;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/** The filter of the audit log as a query string; each part may be left out. */
public class AuditQuery {
    @QueryParam("actor")
    private @Nullable String actor;

    @QueryParam("action")
    private @Nullable String action;

    @QueryParam("project")
    private @Nullable ProjectId project;

    @QueryParam("participant")
    private @Nullable ParticipantId participant;

    @QueryParam("record")
    private @Nullable String record;

    @QueryParam("outcome")
    private @Nullable Outcome outcome;

    @QueryParam("from")
    private @Nullable String from;

    @QueryParam("to")
    private @Nullable String to;

    AuditFilter toFilter() {
        return new AuditFilter(
                actor, action, project, participant, id(record), outcome, day("from", from), day("to", to));
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("id-malformed", "record", "Use the id of a record, a UUID.");
        }
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInput("date-malformed", field, "Write the date as year-month-day, such as 2026-11-22.");
        }
    }
}
