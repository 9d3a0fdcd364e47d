package no.tillit.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.retention.DueList;
import no.tillit.retention.DueMonth;
import no.tillit.retention.DueRecord;
import no.tillit.retention.RecordKind;
import org.jspecify.annotations.Nullable;

/** Lists of what is due, filtered, sorted, cut and counted by the database. */
@ApplicationScoped
public class DueRows {
    private static final int MOST_MONTHS = 60;

    @Inject
    private Rows rows;

    public Page<DueRecord> page(
            ProjectId project, DueList list, @Nullable RecordKind kind, LocalDate until, PageRequest request) {
        String where =
                " FROM disposal WHERE project_id = ? AND " + list.condition() + " AND (?::text IS NULL OR covers = ?)";
        String covers = kind == null ? null : kind.name();
        long total = rows.number("SELECT count(*)" + where, project.value(), until, covers, covers);
        List<DueRecord> items = rows.list(
                "SELECT *" + where + " ORDER BY " + list.order() + " LIMIT ? OFFSET ?",
                row -> record(row, list),
                project.value(),
                until,
                covers,
                covers,
                request.size(),
                request.offset());
        return new Page<>(items, request.page(), request.size(), total);
    }

    /** What goes, and what is to be looked at, in each month that has any; the earliest first. */
    public List<DueMonth> months(ProjectId project) {
        return rows.list(
                """
                SELECT month, sum(gone) AS gone, sum(seen) AS seen FROM (
                    SELECT date_trunc('month', due_on)::date AS month, count(*) AS gone, 0 AS seen FROM disposal
                     WHERE project_id = ? AND decision = 'DISPOSE' GROUP BY 1
                    UNION ALL
                    SELECT date_trunc('month', review_on)::date, 0, count(*) FROM disposal
                     WHERE project_id = ? AND review_on IS NOT NULL GROUP BY 1) m
                GROUP BY month ORDER BY month LIMIT ?""",
                row -> new DueMonth(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("gone"),
                        row.getLong("seen")),
                project.value(),
                project.value(),
                MOST_MONTHS);
    }

    private static DueRecord record(ResultSet row, DueList list) throws SQLException {
        UUID participant = row.getObject("participant_id", UUID.class);
        boolean review = list == DueList.REVIEW;
        return new DueRecord(
                RecordKind.valueOf(row.getString("covers")),
                row.getObject("record_id", UUID.class),
                participant == null ? null : new ParticipantId(participant),
                row.getObject(review ? "review_on" : "due_on", LocalDate.class),
                review ? "review-due" : row.getString("reason"),
                row.getString(review ? "review_by" : "schedule"),
                row.getBoolean("held"));
    }
}
