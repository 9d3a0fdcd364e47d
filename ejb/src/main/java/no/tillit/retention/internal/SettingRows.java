package no.tillit.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.retention.RetentionSettings;

/** The settings of projects. */
@ApplicationScoped
public class SettingRows {
    @Inject
    private Rows rows;

    public RetentionSettings of(ProjectId project) {
        return rows
                .list(
                        "SELECT cooling_hours, lead_days, mailbox FROM retention_setting WHERE project_id = ?",
                        row -> new RetentionSettings(row.getInt(1), row.getInt(2), row.getString(3)),
                        project.value())
                .stream()
                .findFirst()
                .orElse(RetentionSettings.USUAL);
    }

    public void put(ProjectId project, RetentionSettings settings, Instant now, String by) {
        rows.change("""
                INSERT INTO retention_setting (project_id, cooling_hours, lead_days, mailbox, changed_at, changed_by)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (project_id) DO UPDATE SET cooling_hours = excluded.cooling_hours,
                    lead_days = excluded.lead_days, mailbox = excluded.mailbox, changed_at = excluded.changed_at,
                    changed_by = excluded.changed_by""", project.value(), settings.coolingHours(), settings.leadDays(), settings.mailbox(), now, by);
    }
}
