package no.tillit.reporting.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.erasure.DeletionCause;
import no.tillit.project.ProjectDetails;
import no.tillit.reporting.SiktReport;
import no.tillit.reporting.SiktReport.ErasedLine;
import no.tillit.reporting.SiktReport.HeldLine;
import no.tillit.retention.RecordKind;
import org.jspecify.annotations.Nullable;

/** What a report says, counted by the database. */
@ApplicationScoped
public class ReportRows {
    @PersistenceContext
    private EntityManager entities;

    /** The report of a project whose disposal dates are settled. */
    public SiktReport report(ProjectDetails project, LocalDate today) {
        UUID id = project.id().value();
        Tuple people = rows("""
                        SELECT count(*) FILTER (WHERE state <> 'ERASED') AS there, count(*) FILTER (WHERE state = 'ERASED') AS gone
                        FROM participant WHERE project_id = :project""", id).findFirst().orElseThrow();
        Tuple material = rows("""
                        SELECT count(*) FILTER (WHERE state = 'RELEASED') AS released,
                               count(*) FILTER (WHERE state IN ('BEGUN', 'PUT_FORWARD')) AS drafts
                        FROM anonymised_material WHERE project_id = :project""", id).findFirst().orElseThrow();
        return new SiktReport(
                project,
                today,
                today.isAfter(project.endsOn()),
                number(people, "there"),
                number(people, "gone"),
                number(material, "released"),
                number(material, "drafts"),
                held(id),
                erased(id));
    }

    private List<HeldLine> held(UUID project) {
        return rows("""
                        SELECT covers, count(*) AS records, to_char(min(due_on), 'YYYY-MM-DD') AS first_due,
                               to_char(max(due_on), 'YYYY-MM-DD') AS last_due, count(*) FILTER (WHERE held) AS suspended,
                               count(*) FILTER (WHERE decision = 'PRESERVE') AS preserved
                        FROM disposal WHERE project_id = :project GROUP BY covers ORDER BY covers""", project)
                .map(row -> new HeldLine(
                        RecordKind.valueOf(row.get("covers", String.class)),
                        number(row, "records"),
                        day(row, "first_due"),
                        day(row, "last_due"),
                        number(row, "suspended"),
                        number(row, "preserved")))
                .toList();
    }

    private List<ErasedLine> erased(UUID project) {
        return rows("""
                        SELECT i.kind AS kind, j.cause AS cause, count(*) AS records,
                               to_char(max(i.ended_at AT TIME ZONE 'Europe/Oslo'), 'YYYY-MM-DD') AS last_day
                        FROM deletion_item i JOIN deletion_job j ON j.id = i.job_id
                        WHERE i.project_id = :project AND i.state = 'ERASED' GROUP BY i.kind, j.cause ORDER BY 1, 2""", project)
                .map(row -> new ErasedLine(
                        row.get("kind", String.class),
                        DeletionCause.valueOf(row.get("cause", String.class)),
                        number(row, "records"),
                        LocalDate.parse(row.get("last_day", String.class))))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Stream<Tuple> rows(String sql, UUID project) {
        return entities.createNativeQuery(sql, Tuple.class)
                .setParameter("project", project)
                .getResultStream();
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private static @Nullable LocalDate day(Tuple row, String column) {
        String day = row.get(column, String.class);
        return day == null ? null : LocalDate.parse(day);
    }
}
