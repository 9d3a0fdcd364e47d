package no.tillit.interview.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.RestingData;
import no.tillit.kernel.ParticipantId;

/** How many interviews a participant has taken part in. */
@ApplicationScoped
public class RestingInterviews implements RestingData {
    @Inject
    private Interviews interviews;

    @Override
    public Stream<Resting> of(ParticipantId participant) {
        int held = interviews.daysOf(participant).size();
        return held == 0
                ? Stream.empty()
                : Stream.of(new Resting("interview", ConsentItem.INTERVIEW, false, false, held));
    }
}
