package no.tillit.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.retention.RecordKind;
import no.tillit.retention.RetentionEvent;

/** What people noted as having happened to records. */
@ApplicationScoped
public class Events {
    @Inject
    private Rows rows;

    /** Keeps it, unless the same is noted already. */
    public void note(
            ProjectId project,
            RetentionEvent event,
            RecordKind kind,
            UUID record,
            LocalDate day,
            Instant now,
            String by) {
        rows.change(
                """
                INSERT INTO retention_event (id, project_id, event, kind, record_id, day, noted_at, noted_by)
                SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM retention_event e
                    WHERE e.record_id = ? AND e.event = ? AND e.kind = ? AND e.day = ?)""",
                UUID.randomUUID(),
                project.value(),
                event,
                kind.step(),
                record,
                day,
                now,
                by,
                record,
                event,
                kind.step(),
                day);
    }
}
