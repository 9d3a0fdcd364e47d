package no.tillit.ui.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.UUID;
import no.tillit.consent.ConsentId;
import no.tillit.document.AttachingEvidence;
import no.tillit.document.AttachingToParticipant;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.document.IncomingFile;
import no.tillit.interview.AttachingToInterview;
import no.tillit.interview.InterviewId;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.ui.shell.Visitor;

/** Brings an uploaded file to the use case that it is for. */
@RequestScoped
public class Receiving {
    @Inject
    private AttachingToParticipant toParticipant;

    @Inject
    private AttachingEvidence evidence;

    @Inject
    private AttachingToInterview toInterview;

    @Inject
    private Visitor visitor;

    /**
     * Receives the file.
     *
     * @param kind what the owner is: {@code participant}, {@code consent} or {@code interview}
     * @param owner the id of the record that the document will hang on
     * @param type a {@link DocumentType} by its constant's name
     */
    public DocumentSummary receive(String kind, UUID owner, String type, IncomingFile file) {
        return switch (kind) {
            case "participant" ->
                toParticipant.attach(new ParticipantId(owner), typeNamed(type), file, visitor.getPurpose());
            case "consent" -> evidence.attach(new ConsentId(owner), file, visitor.getPurpose());
            case "interview" -> toInterview.attach(new InterviewId(owner), typeNamed(type), file, visitor.getPurpose());
            default -> throw new NotFound();
        };
    }

    private static DocumentType typeNamed(String name) {
        return Arrays.stream(DocumentType.values())
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInput("document-type-unknown", "type", "Say which kind of document this is."));
    }
}
