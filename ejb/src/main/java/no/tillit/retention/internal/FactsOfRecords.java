package no.tillit.retention.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.retention.EndDates;
import no.tillit.retention.RecordKind;
import no.tillit.retention.RetentionEvent;
import no.tillit.retention.RetentionFacts;
import no.tillit.retention.Schedule;
import org.jspecify.annotations.Nullable;

/** What the rules need to know about records, read from view {@code retention_facts} and from what was noted and held. */
@ApplicationScoped
public class FactsOfRecords {
    /** Document, interview and the like are no parameters: the database sees at once which part of the view it needs. */
    private static final Set<String> STEPS =
            Set.of("participant", "contact", "consent", "interview", "document", "spoken-part", "scan");

    /** Each row is looked up by its key: a join of two lists of unknown length would compare each with each. */
    private static final String FACTS = """
            SELECT f.*, (SELECT d.covers FROM disposal d WHERE d.kind = '%1$s' AND d.record_id = f.record_id) AS covers,
                   (SELECT max(e.day) FROM retention_event e WHERE e.event = 'TRANSCRIPT_APPROVED' AND e.record_id = f.belongs_to) AS approved,
                   (SELECT max(e.day) FROM retention_event e WHERE e.event = 'PLAN_CLOSED' AND e.record_id = f.record_id) AS closed,
                   (SELECT max(e.day) FROM retention_event e WHERE e.event = 'REVIEWED' AND e.kind = f.kind
                        AND e.record_id = f.record_id) AS reviewed,
                   CASE WHEN f.kind = 'contact' THEN greatest(
                        (SELECT max(c.signed_on) FROM consent c WHERE c.participant_id = f.record_id),
                        (SELECT max(i.held_on) FROM interview i JOIN interview_participant ip ON ip.interview_id = i.id
                          WHERE ip.participant_id = f.record_id),
                        (SELECT max(e.day) FROM retention_event e WHERE e.event = 'LAST_CONTACT' AND e.record_id = f.record_id))
                   END AS contacted,
                   least((SELECT min(h.placed_at) FROM retention_hold h WHERE h.released_at IS NULL AND h.record_id = f.record_id
                             AND h.kind = f.kind),
                         (SELECT min(h.placed_at) FROM record_person r JOIN retention_hold h
                              ON h.participant_id = r.participant_id AND h.released_at IS NULL
                           WHERE r.kind = f.kind AND r.record_id = f.record_id)) AS held_since
            FROM retention_facts f WHERE f.kind = '%1$s' AND f.record_id = ANY (?)""";

    @Inject
    private Rows rows;

    @Inject
    private Schedules schedules;

    @Inject
    private Instance<EndDates> endDates;

    /** A project's end and schedules, read once for all its records. */
    record Frame(@Nullable LocalDate lastDay, List<Schedule> inForce) {
        List<Schedule> covering(RecordKind kind) {
            return inForce.stream().filter(s -> s.covers() == kind).toList();
        }
    }

    /** @throws NotFound when there is no such project */
    public void requireProject(ProjectId project) {
        if (lastDayOf(project).isEmpty()) {
            throw new NotFound();
        }
    }

    private Optional<LocalDate> lastDayOf(ProjectId project) {
        return endDates.stream()
                .flatMap(source -> source.lastDayOf(project).stream())
                .findFirst();
    }

    Frame frame(ProjectId project) {
        return new Frame(
                lastDayOf(project).orElse(null),
                schedules.of(project).stream().filter(Schedule::inForce).toList());
    }

    /** The facts of these records, by id; what is not there any more is left out. */
    Map<UUID, RecordFacts> of(String step, Collection<UUID> records, Frame frame) {
        if (!STEPS.contains(step)) {
            throw new IllegalArgumentException("No facts are known of " + step);
        }
        UUID[] ids = records.toArray(UUID[]::new);
        return rows
                .list(
                        String.format(FACTS, step),
                        row -> row.getString("covers") == null
                                ? Optional.<RecordFacts>empty()
                                : Optional.of(facts(row, frame)),
                        (Object) ids)
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(RecordFacts::record, f -> f));
    }

    private static RecordFacts facts(ResultSet row, Frame frame) throws SQLException {
        RecordKind covers = RecordKind.valueOf(row.getString("covers"));
        UUID participant = row.getObject("participant_id", UUID.class);
        Map<RetentionEvent, LocalDate> events = new EnumMap<>(RetentionEvent.class);
        put(events, RetentionEvent.TRANSCRIPT_APPROVED, row, "approved");
        put(events, RetentionEvent.PLAN_CLOSED, row, "closed");
        put(events, RetentionEvent.REVIEWED, row, "reviewed");
        put(events, RetentionEvent.LAST_CONTACT, row, "contacted");
        var held = Rows.instant(row, "held_since");
        return new RecordFacts(
                row.getObject("record_id", UUID.class),
                covers,
                participant == null ? null : new ParticipantId(participant),
                new RetentionFacts(
                        frame.lastDay(),
                        row.getObject("withdrawn_on", LocalDate.class),
                        null,
                        covers == RecordKind.CASE_DECISION,
                        held == null
                                ? null
                                : held.atZone(no.tillit.kernel.Clock.ZONE).toLocalDate(),
                        events,
                        frame.covering(covers)));
    }

    private static void put(Map<RetentionEvent, LocalDate> events, RetentionEvent event, ResultSet row, String column)
            throws SQLException {
        LocalDate day = row.getObject(column, LocalDate.class);
        if (day != null) {
            events.put(event, day);
        }
    }
}
