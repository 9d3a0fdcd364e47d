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
import no.tillit.document.anonymised.AttachingMaterial;
import no.tillit.document.anonymised.MaterialId;
import no.tillit.interview.AttachingToInterview;
import no.tillit.interview.InterviewId;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.scan.ReceivingScans;
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
    private AttachingMaterial toMaterial;

    @Inject
    private ReceivingScans scans;

    @Inject
    private Visitor visitor;

    /**
     * Receives the file.
     *
     * @param kind what the owner is: {@code participant}, {@code consent}, {@code interview}, {@code material}, or {@code scan} for a project
     * @param owner the id of the record that it will hang on
     * @param type a {@link DocumentType} by its constant's name
     * @return the id of what it became
     */
    public UUID receive(String kind, UUID owner, String type, IncomingFile file) {
        return switch (kind) {
            case "participant" ->
                id(toParticipant.attach(new ParticipantId(owner), typeNamed(type), file, visitor.getPurpose()));
            case "consent" -> id(evidence.attach(new ConsentId(owner), file, visitor.getPurpose()));
            case "interview" ->
                id(toInterview.attach(new InterviewId(owner), typeNamed(type), file, visitor.getPurpose()));
            case "material" -> id(toMaterial.attach(new MaterialId(owner), file, visitor.getPurpose()));
            case "scan" ->
                scans.receive(new ProjectId(owner), file, visitor.getPurpose())
                        .id()
                        .value();
            default -> throw new NotFound();
        };
    }

    private static UUID id(DocumentSummary kept) {
        return kept.id().value();
    }

    private static DocumentType typeNamed(String name) {
        return Arrays.stream(DocumentType.values())
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInput("document-type-unknown", "type", "Say which kind of document this is."));
    }
}
