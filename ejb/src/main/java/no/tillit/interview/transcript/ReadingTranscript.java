package no.tillit.interview.transcript;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.consent.ConsentMissing;
import no.tillit.interview.InterviewId;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.ReadingInterviews;
import no.tillit.interview.transcript.internal.OpenVoices;
import no.tillit.interview.transcript.internal.OpenVoices.Hearable;
import no.tillit.interview.transcript.internal.Voice;
import no.tillit.interview.transcript.internal.Voices;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;

/**
 * A divided transcript is read as far as it may be: what somebody said who has withdrawn is a gap from that moment on, what
 * the others said stays readable (O-06, O-13).
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.PROJECT_LEAD, Role.Names.PRIVACY_OFFICER})
public class ReadingTranscript {
    @Inject
    private Access access;

    @Inject
    private ReadingInterviews interviews;

    @Inject
    private Voices voices;

    @Inject
    private OpenVoices open;

    @Inject
    private AuditLog audit;

    /** The divided transcripts of an interview, without anything they say; for whoever may see that there is an interview. */
    public List<TranscriptSummary> of(InterviewId interview, Purpose purpose) {
        interviews.open(interview, purpose);
        return voices.of(interview);
    }

    /**
     * What those said whose consent stands, in order. The look is in the log, for each of them, before it is opened (O-24).
     *
     * @throws NotFound when it is absent or hidden
     * @throws ConsentMissing when nobody's consent is left
     * @throws RecordClosed the same, when they are blocked for another reason; and after the approval's end date
     */
    public DividedTranscript read(TranscriptId id, Purpose purpose) {
        List<Voice> all = voices.of(id);
        Voice any = all.stream().findFirst().orElseThrow(NotFound::new);
        Permit permit = access.require(Action.READ_TRANSCRIPT, any.project(), purpose);
        AuditEntry entry = permit.entry().on("transcript", id.value());
        InterviewSummary interview = interviews.open(any.interview(), purpose);
        Hearable hearable;
        try {
            hearable = open.of(all, interview);
        } catch (Refusal refusal) {
            audit.recordNow(entry.refused(refusal.code()));
            throw refusal;
        }
        audit.recordNow(hearable.people().stream().map(entry::about).toList());
        return hearable.transcript(id, interview);
    }
}
