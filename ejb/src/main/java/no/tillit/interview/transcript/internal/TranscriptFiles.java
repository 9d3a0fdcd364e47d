package no.tillit.interview.transcript.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import no.tillit.document.AttachedTo;
import no.tillit.document.DocumentContent;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.document.ReadingDocuments;
import no.tillit.interview.InterviewId;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.ReadingInterviews;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.Purpose;

/** The text of a transcript's file, opened as anybody opens it: approval, consent and log asked. */
@ApplicationScoped
public class TranscriptFiles {
    /** Some 2,000 pages; longer than any conversation. */
    private static final long LONGEST = 8L << 20;

    @Inject
    private ReadingDocuments documents;

    @Inject
    private ReadingInterviews interviews;

    /** A transcript, and the interview it is of. */
    public record Opened(InterviewSummary interview, String text) {}

    /** @throws InvalidInput when it is not a transcript, or too long to be one */
    @Transactional(Transactional.TxType.MANDATORY)
    public Opened open(DocumentId id, Purpose purpose) {
        DocumentSummary document = documents.open(id, purpose).summary();
        if (document.type() != DocumentType.TRANSCRIPT || document.type().attachedTo() != AttachedTo.INTERVIEW) {
            throw new InvalidInput("not-a-transcript", "document", "Only the transcript of an interview is divided.");
        }
        DocumentContent text = documents.text(id, purpose);
        if (text.length() > LONGEST) {
            throw new InvalidInput("transcript-too-long", "document", "A transcript has at most 8 MiB of text.");
        }
        var bytes = new ByteArrayOutputStream((int) text.length());
        try {
            text.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Opened(
                interviews.open(new InterviewId(document.attachedTo()), purpose),
                bytes.toString(StandardCharsets.UTF_8));
    }
}
