package no.tillit.ui.interview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.document.DocumentFilter;
import no.tillit.document.DocumentSort;
import no.tillit.document.DocumentState;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.document.ReadingDocuments;
import no.tillit.interview.InterviewId;
import no.tillit.interview.InterviewKind;
import no.tillit.interview.InterviewState;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.ReadingInterviews;
import no.tillit.interview.transcript.ReadingTranscript;
import no.tillit.interview.transcript.TranscriptId;
import no.tillit.interview.transcript.TranscriptSummary;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.retention.NotingEvents;
import no.tillit.retention.RecordKind;
import no.tillit.retention.RetentionEvent;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** One interview and what hangs on it. */
@Named
@RequestScoped
public class InterviewPage {
    @Inject
    private NotingEvents noting;

    @Inject
    private Way way;

    @Inject
    private ReadingInterviews interviews;

    @Inject
    private ReadingDocuments documents;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private ReadingTranscript transcripts;

    private @Nullable InterviewSummary interview;
    private @Nullable List<TranscriptSummary> divided;
    private @Nullable Page<DocumentSummary> kept;

    /** Whether the transcript is there and the recording with it, so that somebody can say that the transcript is right. */
    public boolean isApprovable() {
        return getInterview().recorded()
                && getInterview().state() == InterviewState.TRANSCRIBED
                && access.ownPurpose(Action.NOTE_EVENT, getInterview().project())
                        .isPresent();
    }

    /** The transcript was found right: the recording has done its service (O-12). */
    public void approve() {
        noting.note(
                getInterview().project(),
                RetentionEvent.TRANSCRIPT_APPROVED,
                RecordKind.INTERVIEW,
                getInterview().id().value(),
                null,
                visitor.getPurpose());
        way.to("/interview/interview.xhtml?id=" + getInterview().id().value(), "interview.approved");
    }

    public InterviewSummary getInterview() {
        InterviewSummary read = interview == null ? interviews.open(id(), visitor.getPurpose()) : interview;
        interview = read;
        return read;
    }

    /** What hangs on it, newest first. */
    public Page<DocumentSummary> getDocuments() {
        Page<DocumentSummary> read = kept == null
                ? documents.page(
                        getInterview().project(),
                        DocumentFilter.on(id().value()),
                        DocumentSort.RECEIVED_DESCENDING,
                        new PageRequest(0, 50),
                        visitor.getPurpose())
                : kept;
        kept = read;
        return read;
    }

    /** Whether the person may add something to it. */
    public boolean isOpenForMore() {
        return access.ownPurpose(Action.ATTACH_RESEARCH_DOCUMENT, getInterview().project())
                .isPresent();
    }

    /** What of it has been divided by speaker. */
    public List<TranscriptSummary> getTranscripts() {
        List<TranscriptSummary> read = divided == null ? transcripts.of(id(), visitor.getPurpose()) : divided;
        divided = read;
        return read;
    }

    /** Whether this is a group's transcript that the person may divide and nobody has. */
    public boolean isToBeDivided(DocumentSummary document) {
        return document.type() == DocumentType.TRANSCRIPT
                && document.state() == DocumentState.AVAILABLE
                && getInterview().kind() == InterviewKind.FOCUS_GROUP
                && getTranscripts().stream().noneMatch(t -> t.id().equals(TranscriptId.of(document.id())))
                && access.ownPurpose(Action.DIVIDE_TRANSCRIPT, getInterview().project())
                        .isPresent();
    }

    /** Whether the person may read what was said. */
    public boolean isReader() {
        return access.ownPurpose(Action.READ_TRANSCRIPT, getInterview().project())
                .isPresent();
    }

    private InterviewId id() {
        return new InterviewId(table.id("id"));
    }
}
