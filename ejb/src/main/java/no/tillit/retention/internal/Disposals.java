package no.tillit.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.retention.Fate;
import no.tillit.retention.RetentionDecision;
import no.tillit.retention.RetentionDecision.Dispose;
import no.tillit.retention.RetentionFacts;
import no.tillit.retention.RetentionRules;
import no.tillit.retention.Schedule;
import no.tillit.retention.internal.FactsOfRecords.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The disposal dates of all records. Whatever changes a record's facts makes its row stale, by triggers, in that transaction;
 * settling asks the rules about stale rows and nothing else.
 */
@ApplicationScoped
public class Disposals {
    private static final int CHUNK = 5_000;

    /** A row that somebody else is changing is left to the next time: it will be stale again then. */
    private static final String STALE = """
            SELECT kind, record_id FROM disposal WHERE project_id = ? AND stale AND (kind, record_id) > (?, ?)
            ORDER BY kind, record_id LIMIT ? FOR UPDATE SKIP LOCKED""";

    private static final String KEY = "hashtextextended(?::text, 61))";

    private static final String SETTLE = """
            UPDATE disposal d SET stale = false, participant_id = n.participant::uuid, decision = n.decision, reason = n.reason,
                   due_on = n.due::date, schedule = n.schedule, review_on = n.review::date, review_by = n.review_by,
                   held = n.held::boolean
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                 AS n(record, participant, decision, reason, due, schedule, review, review_by, held)
            WHERE d.kind = ? AND d.record_id = n.record""";

    @Inject
    private Rows rows;

    @Inject
    private FactsOfRecords facts;

    /**
     * Asks the rules about every record of the project whose facts have changed; what somebody else is settling is left to them.
     *
     * @return how many that were
     */
    public long settle(ProjectId project) {
        rows.one("SELECT pg_try_advisory_xact_lock_shared(" + KEY, row -> row.getBoolean(1), project.value());
        return settleStale(project);
    }

    /** The same when whoever settles now has ended: then only what another transaction is changing at this moment is stale. */
    public long settleAfterOthers(ProjectId project) {
        rows.one("SELECT pg_advisory_xact_lock(" + KEY, row -> true, project.value());
        return settleStale(project);
    }

    private long settleStale(ProjectId project) {
        long settled = 0;
        Frame frame = null;
        Stale last = new Stale("", new UUID(0, 0));
        for (int taken = CHUNK; taken == CHUNK; settled += taken) {
            Map<String, List<UUID>> stale = new LinkedHashMap<>();
            List<Stale> batch = rows.list(
                    STALE,
                    row -> new Stale(row.getString(1), row.getObject(2, UUID.class)),
                    project.value(),
                    last.kind(),
                    last.record(),
                    CHUNK);
            batch.forEach(s ->
                    stale.computeIfAbsent(s.kind(), kind -> new ArrayList<>()).add(s.record()));
            taken = batch.size();
            if (taken > 0) {
                last = batch.get(taken - 1);
                frame = frame == null ? facts.frame(project) : frame;
            }
            for (var kind : stale.entrySet()) {
                settle(kind.getKey(), kind.getValue(), java.util.Objects.requireNonNull(frame));
            }
        }
        return settled;
    }

    private record Stale(String kind, UUID record) {}

    /** The projects with a record whose facts have changed. */
    public List<ProjectId> unsettled() {
        return rows.list(
                "SELECT DISTINCT project_id FROM disposal WHERE stale",
                row -> new ProjectId(row.getObject(1, UUID.class)));
    }

    public Optional<Fate> fateOf(ProjectId project, String step, UUID record) {
        Frame frame = facts.frame(project);
        RecordFacts found = facts.of(step, List.of(record), frame).get(record);
        return found == null ? Optional.empty() : Optional.of(fate(found.facts()));
    }

    /** What the rules foresee for a record with these facts. */
    static Fate fate(RetentionFacts facts) {
        RetentionDecision end = RetentionRules.foresee(facts.heldSince(null));
        RetentionDecision review =
                RetentionRules.foreseeReview(facts.heldSince(null)).orElse(null);
        return new Fate(
                end.name().equals("REVIEW") ? "RETAIN" : end.name(),
                end.reason(),
                end instanceof Dispose ? end.date() : null,
                named(facts, end.name().equals("REVIEW") ? null : end.schedule()),
                review == null ? null : review.date(),
                named(facts, review == null ? null : review.schedule()),
                facts.heldSince());
    }

    private static @Nullable Schedule named(RetentionFacts facts, @Nullable String code) {
        return facts.schedules().stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private void settle(String step, List<UUID> records, Frame frame) {
        Map<UUID, RecordFacts> found = facts.of(step, records, frame);
        UUID[] gone = records.stream().filter(id -> !found.containsKey(id)).toArray(UUID[]::new);
        if (gone.length > 0) {
            rows.change("DELETE FROM disposal WHERE kind = ? AND record_id = ANY (?)", step, gone);
        }
        List<Line> lines = found.values().stream().map(Disposals::line).toList();
        if (lines.isEmpty()) {
            return;
        }
        rows.change(
                SETTLE,
                lines.stream().map(Line::record).toArray(UUID[]::new),
                texts(lines, Line::participant),
                texts(lines, Line::decision),
                texts(lines, Line::reason),
                texts(lines, Line::due),
                texts(lines, Line::schedule),
                texts(lines, Line::review),
                texts(lines, Line::reviewBy),
                texts(lines, Line::held),
                step);
    }

    private record Line(
            UUID record,
            @Nullable String participant,
            String decision,
            String reason,
            @Nullable String due,
            @Nullable String schedule,
            @Nullable String review,
            @Nullable String reviewBy,
            String held) {}

    private static Line line(RecordFacts record) {
        RetentionFacts facts = record.facts().heldSince(null);
        RetentionDecision end = RetentionRules.foresee(facts);
        RetentionDecision review = RetentionRules.foreseeReview(facts).orElse(null);
        boolean open = end instanceof RetentionDecision.Review;
        return new Line(
                record.record(),
                record.participant() == null
                        ? null
                        : record.participant().value().toString(),
                open ? "RETAIN" : end.name(),
                end.reason().code(),
                end instanceof Dispose ? iso(end.date()) : null,
                open ? null : end.schedule(),
                review == null ? null : iso(review.date()),
                review == null ? null : review.schedule(),
                String.valueOf(record.facts().heldSince() != null));
    }

    private static String iso(LocalDate day) {
        return day.toString();
    }

    private static @Nullable String[] texts(
            List<Line> lines, java.util.function.Function<Line, @Nullable String> column) {
        @Nullable String[] texts = new @Nullable String[lines.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(lines.get(i));
        }
        return texts;
    }

    /** How many records stand in each list, by its name. */
    public Map<String, Long> counts(ProjectId project, LocalDate until) {
        return rows
                .list(
                        """
                        SELECT 'DISPOSE', count(*) FROM disposal WHERE project_id = ? AND decision = 'DISPOSE' AND due_on <= ?
                        UNION ALL SELECT 'REVIEW', count(*) FROM disposal WHERE project_id = ? AND review_on <= ?
                        UNION ALL SELECT 'HELD', count(*) FROM disposal WHERE project_id = ? AND held
                        UNION ALL SELECT 'PRESERVED', count(*) FROM disposal WHERE project_id = ? AND decision = 'PRESERVE'""",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        project.value(),
                        until,
                        project.value(),
                        until,
                        project.value(),
                        project.value())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
