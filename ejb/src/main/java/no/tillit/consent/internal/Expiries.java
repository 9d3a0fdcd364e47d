package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.tillit.consent.ConsentItem;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Rows;
import no.tillit.participant.ParticipantRef;

/** What was foreseen and told of yeses that run out, each once. */
@ApplicationScoped
public class Expiries {
    /** What is told of a yes that runs out. */
    public enum Kind {
        /** That it will. */
        WARNED,
        /** That it has, and what rested on it is closed. */
        ENDED
    }

    @Inject
    private Rows rows;

    /** Keeps that it was told; false when it had been. */
    public boolean tell(ParticipantRef participant, ConsentItem item, LocalDate lastDay, Kind kind, Instant at) {
        return rows.change(
                        """
                        INSERT INTO consent_expiry (participant_id, project_id, item, last_day, kind, at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                        participant.id().value(),
                        participant.project().value(),
                        item.stored(),
                        lastDay,
                        kind.name(),
                        at)
                == 1;
    }

    /** The items of a participant that ran out and were closed. */
    public List<RunOut> endedOf(ParticipantId participant) {
        return rows.list(
                """
                SELECT item, last_day, at FROM consent_expiry
                WHERE participant_id = ? AND kind = 'ENDED' ORDER BY at, item""",
                row -> new RunOut(
                        ConsentItem.named(row.getString("item")),
                        Objects.requireNonNull(Rows.day(row, "last_day")),
                        Rows.moment(row, "at")),
                participant.value());
    }

    /**
     * Participants with a yes whose own last day lies before this day, and of which that is not told yet. Whoever has been
     * erased is not among them.
     */
    public List<UUID> untold(LocalDate before, Kind kind) {
        return rows.list("""
                SELECT DISTINCT c.participant_id FROM consent c JOIN consent_decision d ON d.consent_id = c.id
                WHERE d.valid_until < ? AND NOT EXISTS (
                    SELECT 1 FROM consent_expiry e WHERE e.participant_id = c.participant_id AND e.item = d.item
                    AND e.last_day >= d.valid_until AND e.kind = ?)""", row -> row.getObject(1, UUID.class), before, kind.name());
    }
}
