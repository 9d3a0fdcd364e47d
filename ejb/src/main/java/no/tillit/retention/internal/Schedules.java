package no.tillit.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.retention.BuiltInSchedules;
import no.tillit.retention.DisposalDecision;
import no.tillit.retention.RecordKind;
import no.tillit.retention.RetentionEvent;
import no.tillit.retention.RetentionPeriod;
import no.tillit.retention.Schedule;
import no.tillit.retention.Schedule.Words;

/** The schedules of projects: those that come with the product, unless the project has a version of its own. */
@ApplicationScoped
public class Schedules {
    @Inject
    private Rows rows;

    /** Every schedule in its newest version, by what it covers; those taken out of force too. */
    public List<Schedule> of(ProjectId project) {
        List<Schedule> own = rows.list("""
                SELECT DISTINCT ON (code) * FROM retention_schedule WHERE project_id = ?
                ORDER BY code, version DESC""", Schedules::schedule, project.value());
        List<Schedule> all = new ArrayList<>(own);
        BuiltInSchedules.all().stream()
                .filter(builtIn -> own.stream().noneMatch(s -> s.code().equals(builtIn.code())))
                .forEach(all::add);
        all.sort(java.util.Comparator.comparing(Schedule::covers).thenComparing(Schedule::code));
        return all;
    }

    /** The schedule with this code in its newest version. */
    public Optional<Schedule> find(ProjectId project, String code) {
        return of(project).stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /** All versions that were made in the project, newest first. */
    public List<Schedule> versions(ProjectId project, String code) {
        List<Schedule> all = new ArrayList<>(rows.list(
                "SELECT * FROM retention_schedule WHERE project_id = ? AND code = ? ORDER BY version DESC",
                Schedules::schedule,
                project.value(),
                code));
        BuiltInSchedules.all().stream().filter(s -> s.code().equals(code)).forEach(all::add);
        return all;
    }

    /** Makes changes of one project's schedules, holds and settings wait for each other until the transaction ends. */
    public void lock(ProjectId project) {
        rows.list("SELECT pg_advisory_xact_lock(hashtextextended(?, 21))", row -> true, "retention " + project.value());
    }

    public void add(ProjectId project, Schedule schedule) {
        rows.change(
                """
                INSERT INTO retention_schedule (id, project_id, code, version, covers, starts, starts_on, years, months, days,
                    disposal, authority, sentence_nb, sentence_nn, sentence_en, in_force, changed_at, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                UUID.randomUUID(),
                project.value(),
                schedule.code(),
                schedule.version(),
                schedule.covers(),
                schedule.starts(),
                schedule.startsOn(),
                schedule.period().years(),
                schedule.period().months(),
                schedule.period().days(),
                schedule.disposal(),
                schedule.authority(),
                schedule.words().nb(),
                schedule.words().nn(),
                schedule.words().en(),
                schedule.inForce(),
                schedule.changedAt(),
                schedule.changedBy());
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        return new Schedule(
                row.getString("code"),
                row.getInt("version"),
                RecordKind.valueOf(row.getString("covers")),
                RetentionEvent.valueOf(row.getString("starts")),
                row.getObject("starts_on", LocalDate.class),
                new RetentionPeriod(row.getInt("years"), row.getInt("months"), row.getInt("days")),
                DisposalDecision.valueOf(row.getString("disposal")),
                row.getString("authority"),
                new Words(row.getString("sentence_nb"), row.getString("sentence_nn"), row.getString("sentence_en")),
                row.getBoolean("in_force"),
                Rows.instant(row, "changed_at"),
                row.getString("changed_by"));
    }
}
