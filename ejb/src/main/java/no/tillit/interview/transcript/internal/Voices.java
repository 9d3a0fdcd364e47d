package no.tillit.interview.transcript.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.document.DocumentId;
import no.tillit.interview.InterviewId;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.transcript.Speaker;
import no.tillit.interview.transcript.TranscriptId;
import no.tillit.interview.transcript.TranscriptSummary;
import no.tillit.kernel.Clock;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import org.jspecify.annotations.Nullable;

/** Who said what, in all divided transcripts. */
@ApplicationScoped
public class Voices {
    private static final int AT_ONCE = 200;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Rows rows;

    @Inject
    private Saying saying;

    @Inject
    private Clock clock;

    /** What a person said in one interview, for telling when it goes. */
    record Line(UUID id, @Nullable ParticipantId participant, LocalDate heldOn) {}

    public boolean isDivided(TranscriptId transcript) {
        return !of(transcript).isEmpty();
    }

    /** Everyone's part of a transcript that is still there; empty when there is none. */
    public List<Voice> of(TranscriptId transcript) {
        return entities.createQuery("FROM Voice v WHERE v.document = :document ORDER BY v.id", Voice.class)
                .setParameter("document", transcript.value())
                .getResultList();
    }

    /** The divided transcripts of an interview, oldest first. */
    public List<TranscriptSummary> of(InterviewId interview) {
        return entities.createQuery("""
                        SELECT v.document, COUNT(v), MAX(v.turnsInAll), MIN(v.dividedAt), MIN(v.dividedBy)
                        FROM Voice v WHERE v.interview = :interview GROUP BY v.document""", Object[].class)
                .setParameter("interview", interview.value())
                .getResultStream()
                .map(row -> new TranscriptSummary(
                        new TranscriptId((UUID) row[0]), (Long) row[1], (Integer) row[2], (Instant) row[3], (String)
                                row[4]))
                .sorted(Comparator.comparing(TranscriptSummary::dividedAt))
                .toList();
    }

    /** Replaces what there was of this file. Two who divide it at once are told apart by the database. */
    public TranscriptSummary keep(
            InterviewSummary interview, DocumentId document, Spoken spoken, Map<String, Speaker> speakers, String by) {
        entities.createQuery("DELETE FROM Voice v WHERE v.document = :document")
                .setParameter("document", document.value())
                .executeUpdate();
        Map<Speaker, List<Turn>> bySpeaker = new LinkedHashMap<>();
        spoken.byLabel().forEach((label, turns) -> {
            Speaker speaker = speakers.get(label);
            if (speaker == null) {
                throw new IllegalArgumentException("A label without a speaker");
            }
            bySpeaker.computeIfAbsent(speaker, s -> new ArrayList<>()).addAll(turns);
        });
        var place = new Voice.Place(interview.project(), interview.id(), document, clock.now(), by, spoken.turns());
        bySpeaker.forEach((speaker, turns) -> add(place, speaker.participant(), turns));
        entities.flush();
        return new TranscriptSummary(TranscriptId.of(document), bySpeaker.size(), spoken.turns(), place.at(), by);
    }

    private void add(Voice.Place place, @Nullable ParticipantId participant, List<Turn> turns) {
        UUID id = UUID.randomUUID();
        byte[] said = saying.seal(Saying.subject(place.project(), participant), id, turns);
        entities.persist(new Voice(id, place, participant, turns.size(), said));
    }

    /** The parts of a project, or of one person of it, with the interviews' days. */
    Stream<Line> in(ProjectId project, @Nullable ParticipantId participant) {
        String all = "SELECT v.id, v.participant, i.heldOn FROM Voice v JOIN Interview i ON i.id = v.interview"
                + " WHERE v.project = :project";
        var query = participant == null
                ? entities.createQuery(all + " ORDER BY v.id", Object[].class)
                : entities.createQuery(all + " AND v.participant = :participant ORDER BY v.id", Object[].class)
                        .setParameter("participant", participant.value());
        return query.setParameter("project", project.value())
                .setHint("org.hibernate.fetchSize", AT_ONCE)
                .getResultStream()
                .map(row -> new Line(
                        (UUID) row[0], row[1] == null ? null : new ParticipantId((UUID) row[1]), (LocalDate) row[2]));
    }

    /** How many rows there still are, asked of the table itself. */
    long countRows(ProjectId project, @Nullable ParticipantId participant) {
        var query = participant == null
                ? entities.createNativeQuery("SELECT count(*) FROM transcript_voice WHERE project_id = :id", Long.class)
                        .setParameter("id", project.value())
                : entities.createNativeQuery(
                                "SELECT count(*) FROM transcript_voice WHERE participant_id = :id", Long.class)
                        .setParameter("id", participant.value());
        return ((Number) query.getSingleResult()).longValue();
    }

    /** Those of these parts that there were. */
    List<UUID> remove(UUID... ids) {
        return rows.list(
                "DELETE FROM transcript_voice WHERE id = ANY (?) RETURNING id",
                row -> row.getObject(1, UUID.class),
                (Object) ids);
    }
}
