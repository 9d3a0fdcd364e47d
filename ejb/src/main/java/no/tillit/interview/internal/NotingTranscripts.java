package no.tillit.interview.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import no.tillit.document.DocumentReceived;
import no.tillit.document.DocumentType;
import no.tillit.interview.InterviewId;

/** An interview is transcribed from the moment its first transcript is kept. */
@ApplicationScoped
public class NotingTranscripts {
    @Inject
    private Interviews interviews;

    void onReceived(@Observes DocumentReceived received) {
        if (received.type() == DocumentType.TRANSCRIPT) {
            interviews.find(new InterviewId(received.attachedTo())).ifPresent(Interview::transcribed);
        }
    }
}
