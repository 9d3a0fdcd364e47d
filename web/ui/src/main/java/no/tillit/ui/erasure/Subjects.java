package no.tillit.ui.erasure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import no.tillit.ui.shell.Say;
import org.jspecify.annotations.Nullable;

/**
 * Whom a deletion job concerns, by pseudonym. The erasure feature lies below participants and knows only their ids; who may
 * see the job may see the pseudonym.
 */
@Named
@RequestScoped
public class Subjects {
    @Inject
    private Participants participants;

    @Inject
    private Say say;

    private final Map<ParticipantId, ParticipantRef> known = new HashMap<>();

    /** Looks up all of them at once. */
    void learn(Collection<DeletionJobSummary> jobs) {
        known.putAll(participants.refs(jobs.stream()
                .map(DeletionJobSummary::participant)
                .filter(Objects::nonNull)
                .toList()));
    }

    /** The pseudonym; in words when the job is about a whole project, or when nothing is left of the participant. */
    public String of(DeletionJobSummary job) {
        @Nullable ParticipantId id = job.participant();
        if (id == null) {
            return say.text("deletion.wholeProject");
        }
        if (!known.containsKey(id)) {
            learn(List.of(job));
        }
        ParticipantRef ref = known.get(id);
        return ref == null ? say.text("deletion.erased") : ref.pseudonym().value();
    }
}
