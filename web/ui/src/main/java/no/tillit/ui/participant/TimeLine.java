package no.tillit.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.tillit.consent.ConsentMoment;
import no.tillit.consent.ReadingConsents;
import no.tillit.document.DocumentFilter;
import no.tillit.document.DocumentSort;
import no.tillit.document.DocumentSummary;
import no.tillit.document.ReadingDocuments;
import no.tillit.interview.InterviewFilter;
import no.tillit.interview.InterviewSort;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.ReadingInterviews;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.participant.ParticipantDetails;
import no.tillit.ui.consent.ConsentWords;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Visitor;

/** Tells what happened to a participant's data as a person would, newest first. */
@RequestScoped
public class TimeLine {
    private static final int LATEST = 10;

    @Inject
    private ReadingConsents consents;

    @Inject
    private ReadingDocuments documents;

    @Inject
    private ReadingInterviews interviews;

    @Inject
    private Visitor visitor;

    @Inject
    private Say say;

    /** The latest documents about the participant. */
    Page<DocumentSummary> documentsOf(ParticipantDetails participant) {
        var about = new DocumentFilter(null, null, null, null, participant.id());
        return documents.page(
                participant.project(),
                about,
                DocumentSort.RECEIVED_DESCENDING,
                new PageRequest(0, LATEST),
                visitor.getPurpose());
    }

    /** The latest interviews the participant took part in. */
    List<InterviewSummary> interviewsOf(ParticipantDetails participant) {
        return interviews
                .page(
                        participant.project(),
                        new InterviewFilter(null, null, null, participant.id()),
                        InterviewSort.HELD_DESCENDING,
                        new PageRequest(0, LATEST),
                        visitor.getPurpose())
                .items();
    }

    /** All that is known to have happened. */
    List<Happening> of(ParticipantDetails participant, List<DocumentSummary> kept, List<InterviewSummary> held) {
        List<Happening> all = new ArrayList<>();
        all.add(new Happening(
                participant.registeredAt(), say.it("timeline.registered", participant.registeredBy()), false));
        if (participant.blockedAt() != null) {
            all.add(new Happening(
                    participant.blockedAt(), say.it("timeline.blocked", say.label(participant.blockReason())), true));
        }
        consents.history(participant.id(), visitor.getPurpose()).forEach(moment -> all.add(tell(moment)));
        kept.forEach(d ->
                all.add(new Happening(d.receivedAt(), say.it("timeline.document", say.label(d.type())), false)));
        held.forEach(i ->
                all.add(new Happening(i.createdAt(), say.it("timeline.interview", say.label(i.kind())), false)));
        all.sort(Comparator.comparing(Happening::at).reversed());
        return all;
    }

    private Happening tell(ConsentMoment moment) {
        return new Happening(moment.at(), ConsentWords.tell(say, moment), ConsentWords.stops(moment));
    }
}
