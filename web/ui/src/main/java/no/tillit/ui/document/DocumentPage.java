package no.tillit.ui.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.access.Access;
import no.tillit.access.AccessTable;
import no.tillit.access.Action;
import no.tillit.access.RecordState;
import no.tillit.document.DocumentContent;
import no.tillit.document.DocumentDetails;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentState;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.document.ReadingDocuments;
import no.tillit.kernel.ProjectId;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** One document: what is known of it to everyone in the project, and its content to those who need it. */
@Named
@RequestScoped
public class DocumentPage {
    private static final int SHOWN = 200_000;

    @Inject
    private ReadingDocuments documents;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    private @Nullable DocumentDetails details;
    private @Nullable String text;

    public DocumentDetails getDetails() {
        DocumentDetails read = details == null ? documents.open(id(), visitor.getPurpose()) : details;
        details = read;
        return read;
    }

    public DocumentSummary getDocument() {
        return getDetails().summary();
    }

    /** The roles that may read the content, in words. */
    public String getReaders() {
        String roles = AccessTable.rulesFor(getDocument().type().reading()).stream()
                .map(rule -> say.label(rule.role()))
                .distinct()
                .collect(Collectors.joining(", "));
        return say.it("document.readersText", roles);
    }

    /** The page of what the document hangs on; empty when there is none, or none that the person can open. */
    public String getHome() {
        UUID id = getDocument().attachedTo();
        ProjectId project = getDocument().project();
        return switch (getDocument().type().attachedTo()) {
            case INTERVIEW -> may(Action.READ_INTERVIEW, project) ? "/interview/interview.xhtml?id=" + id : "";
            case PARTICIPANT -> may(Action.READ_PARTICIPANT, project) ? "/participant/participant.xhtml?id=" + id : "";
            case MATERIAL -> may(Action.LIST_MATERIAL, project) ? "/document/material.xhtml?id=" + id : "";
            case CONSENT -> "";
        };
    }

    /** Whether it is material that was put forward as anonymised. */
    public boolean isMaterial() {
        return getDocument().type() == DocumentType.ANONYMISED_MATERIAL;
    }

    /** Whether the person may put something forward that was made from it; nothing is made from a form. */
    public boolean isSource() {
        return !isMaterial()
                && getDocument().type() != DocumentType.CONSENT_EVIDENCE
                && getDocument().state() == DocumentState.AVAILABLE
                && access.may(Action.PUT_FORWARD_MATERIAL, getDocument().project(), RecordState.OPEN);
    }

    /** Whether the person may keep it from being erased. */
    public boolean isHolding() {
        return !isMaterial() && may(Action.MANAGE_HOLDS, getDocument().project());
    }

    private boolean may(Action action, ProjectId project) {
        return access.ownPurpose(action, project).isPresent();
    }

    /** The playing time in words; empty when unknown. */
    public String getPlayingTime() {
        Integer seconds = getDetails().seconds();
        return seconds == null ? "" : say.it("document.minutes", seconds / 60, seconds % 60);
    }

    /** Whether the text was asked for: reading it is logged, so it is not shown unasked. */
    public boolean isTextAsked() {
        return getDetails().readable()
                && getDetails().hasText()
                && table.filter("text").equals("show");
    }

    /** The beginning of the document's text, at most about two hundred thousand characters. */
    public String getText() {
        String read = text == null ? readText() : text;
        text = read;
        return read;
    }

    /** Why the content could not be handed out a moment ago; empty when nobody tried. */
    public String getRefused() {
        String code = table.filter("refused");
        return code.isEmpty() ? "" : say.refusal(code);
    }

    private String readText() {
        DocumentContent content = documents.text(id(), visitor.getPurpose());
        long end = Math.min(content.length(), SHOWN);
        var bytes = new ByteArrayOutputStream((int) end);
        try {
            content.writeTo(bytes, 0, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private DocumentId id() {
        return new DocumentId(table.id("id"));
    }
}
