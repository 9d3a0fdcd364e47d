package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Rows;
import org.jspecify.annotations.Nullable;

/** The subject keys that jobs destroy: of participants of whom nothing is held back. */
@ApplicationScoped
public class DeletionKeys {
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    private Rows rows;

    public DeletionKeys() {}

    public DeletionKeys(Rows rows) {
        this.rows = rows;
    }

    /** Settles whose keys go, by the items that were approved. Does nothing the second time. */
    public void settle(DeletionJobId job) {
        rows.change(
                "INSERT INTO deletion_key (job_id, participant_id) SELECT ?, participant_id FROM ("
                        + Previews.WHOLLY_ERASED + ") p ON CONFLICT DO NOTHING",
                job.value(),
                job.value());
    }

    /** The next participants by id; {@code after} null starts. */
    public List<ParticipantId> after(DeletionJobId job, @Nullable ParticipantId after, int limit) {
        return rows.list(
                "SELECT participant_id FROM deletion_key WHERE job_id = ? AND participant_id > ? ORDER BY participant_id LIMIT ?",
                row -> new ParticipantId(row.getObject(1, UUID.class)),
                job.value(),
                after == null ? FIRST : after.value(),
                limit);
    }

    /** The next participants whose keys are not destroyed. */
    public List<ParticipantId> living(DeletionJobId job, int limit) {
        return rows.list("""
                SELECT participant_id FROM deletion_key WHERE job_id = ? AND destroyed_at IS NULL
                ORDER BY participant_id LIMIT ?""", row -> new ParticipantId(row.getObject(1, UUID.class)), job.value(), limit);
    }

    /** @param keyCheckValues of those whose keys are destroyed now */
    public void markDestroyed(DeletionJobId job, Map<ParticipantId, String> keyCheckValues, Instant now) {
        List<ParticipantId> people = List.copyOf(keyCheckValues.keySet());
        rows.change(
                """
                UPDATE deletion_key k SET key_check_value = v.check_value, destroyed_at = ?,
                    destroyed_before = EXISTS (SELECT 1 FROM deletion_key o WHERE o.participant_id = k.participant_id
                        AND o.job_id <> k.job_id AND o.destroyed_at IS NOT NULL)
                FROM unnest(?, ?) AS v(participant_id, check_value)
                WHERE k.job_id = ? AND k.participant_id = v.participant_id""",
                now,
                Rows.ids(people),
                people.stream().map(keyCheckValues::get).toArray(String[]::new),
                job.value());
    }
}
