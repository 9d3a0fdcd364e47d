package no.tillit.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.document.internal.Document;
import no.tillit.document.internal.Documents;
import no.tillit.document.internal.Opening;
import no.tillit.document.internal.Summaries;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.storage.ContentRole;

/**
 * Members see which documents there are; what one says is for those who need it, for their purpose, while approval and
 * consent stand (O-07 to O-09, O-14). Every look is in the audit log before its answer leaves (O-24).
 */
@Stateless
@RolesAllowed({
    Role.Names.RESEARCHER,
    Role.Names.CASEWORKER,
    Role.Names.PROJECT_LEAD,
    Role.Names.PRIVACY_OFFICER,
    Role.Names.AUDITOR
})
public class ReadingDocuments {
    @Inject
    private Access access;

    @Inject
    private AuditLog audit;

    @Inject
    private Documents documents;

    @Inject
    private Summaries summaries;

    @Inject
    private Opening opening;

    /** One page of a project's documents. */
    public Page<DocumentSummary> page(
            ProjectId project, DocumentFilter filter, DocumentSort sort, PageRequest request, Purpose purpose) {
        Permit permit = access.require(Action.LIST_DOCUMENTS, project, purpose);
        audit.recordNow(permit.entry());
        Page<Document> page = documents.page(project, filter, sort, request);
        return new Page<>(summaries.of(project, page.items()), page.page(), page.size(), page.total());
    }

    /**
     * What is known of one document besides what it says.
     *
     * @throws NotFound when it is absent or hidden
     */
    public DocumentDetails open(DocumentId id, Purpose purpose) {
        Document document = documents.find(id).orElseThrow(NotFound::new);
        Permit permit = access.require(Action.READ_DOCUMENT, document.project(), purpose);
        opening.recordNow(permit.entry(), document);
        return summaries.detailsOf(document);
    }

    /**
     * The document as it was sent.
     *
     * @throws NotFound when it is absent, or hidden from the caller
     * @throws no.tillit.access.RecordClosed when it is closed to everyone
     * @throws no.tillit.kernel.Refusal when approval or consent do not stand any more
     */
    public DocumentContent content(DocumentId id, Purpose purpose) {
        return opening.open(id, ContentRole.ORIGINAL, purpose);
    }

    /**
     * The text that was found in the document, in UTF-8.
     *
     * @throws NotFound as in {@link #content}, and when there is no text in it
     * @throws no.tillit.access.RecordClosed as in {@link #content}
     */
    public DocumentContent text(DocumentId id, Purpose purpose) {
        return opening.open(id, ContentRole.EXTRACT, purpose);
    }
}
