package no.tillit.interview.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.tillit.interview.InterviewSummary;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.Participants;
import no.tillit.project.Approvals;

/** Whether those who took part are of a sample with a duty of confidentiality (O-11). */
@ApplicationScoped
public class Confidentiality {
    @Inject
    private Participants participants;

    @Inject
    private Approvals approvals;

    /** The interviews, each with what its participants' duty is; all of one project. */
    public List<InterviewSummary> summaries(Collection<Interview> interviews) {
        Set<ParticipantId> people = new HashSet<>();
        interviews.forEach(i -> people.addAll(i.participants()));
        Map<ParticipantId, ParticipantRef> refs = participants.refs(people);
        Map<UUID, Boolean> samples = new HashMap<>();
        return interviews.stream()
                .map(i -> i.toSummary(i.participants().stream()
                        .map(refs::get)
                        .anyMatch(ref -> ref != null
                                && samples.computeIfAbsent(
                                        ref.sampleId(),
                                        id -> approvals
                                                .sample(ref.project(), id)
                                                .confidentiality()))))
                .toList();
    }
}
