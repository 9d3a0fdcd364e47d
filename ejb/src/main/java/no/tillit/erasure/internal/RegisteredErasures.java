package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.retention.BegunErasures;
import org.jspecify.annotations.Nullable;

/** A job that was taken up is about to enter the register, or has: what is in it cannot be held any more. */
@ApplicationScoped
public class RegisteredErasures implements BegunErasures {
    private static final String BEGUN =
            " AND i.decision = 'DISPOSE' AND j.state IN ('EXECUTING', 'PARTLY_FAILED', 'AWAITING_HANDS', 'COMPLETED')";

    @Inject
    private Rows rows;

    @Override
    public boolean includes(ProjectId project, @Nullable ParticipantId participant, @Nullable UUID record) {
        if (participant != null) {
            return rows.number("""
                            SELECT (SELECT count(*) FROM deletion_key WHERE participant_id = ?)
                                 + (SELECT count(*) FROM deletion_item i JOIN deletion_job j ON j.id = i.job_id
                                    WHERE i.project_id = ? AND i.participant_id = ? AND i.state IN ('PENDING', 'FAILED')""" + BEGUN + ")", participant.value(), project.value(), participant.value()) > 0;
        }
        return rows.number(
                        "SELECT count(*) FROM deletion_item i JOIN deletion_job j ON j.id = i.job_id WHERE i.record_id = ?"
                                + BEGUN,
                        record)
                > 0;
    }
}
