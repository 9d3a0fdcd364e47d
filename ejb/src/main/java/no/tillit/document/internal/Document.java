package no.tillit.document.internal;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.document.AttachedTo;
import no.tillit.document.DocumentContent.Sealed;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentState;
import no.tillit.document.DocumentTarget;
import no.tillit.document.DocumentType;
import no.tillit.document.FileFormat;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.WrappedShare;
import no.tillit.storage.ContentContext;
import no.tillit.storage.ContentRole;
import no.tillit.storage.StoredBlob;
import org.jspecify.annotations.Nullable;

/**
 * A document is available from the moment it is wholly received until what it rests on is withdrawn; then it is
 * restricted until it is erased. Its content never changes.
 */
@Entity
@Table(name = "document")
public class Document {
    /** There is one version of each document; a new version is a new document. */
    private static final int VERSION = 1;

    @Id
    private UUID id;

    @Column(name = "project_id")
    private UUID project;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    @Enumerated(EnumType.STRING)
    private FileFormat format;

    @Enumerated(EnumType.STRING)
    private DocumentState state;

    @Column(name = "attached_to")
    private UUID attachedTo;

    @Column(name = "data_day")
    private LocalDate day;

    @Column(name = "key_id")
    private UUID keyId;

    @Column(name = "name_owner")
    private UUID nameOwner;

    @Column(name = "file_name")
    private byte[] fileName;

    @Embedded
    @AttributeOverride(name = "blob", column = @Column(name = "original_blob"))
    @AttributeOverride(name = "length", column = @Column(name = "original_length"))
    @AttributeOverride(name = "storedLength", column = @Column(name = "original_stored_length"))
    @AttributeOverride(name = "sha256", column = @Column(name = "original_sha256"))
    private BlobColumns original;

    @Embedded
    @AttributeOverride(name = "blob", column = @Column(name = "text_blob"))
    @AttributeOverride(name = "length", column = @Column(name = "text_length"))
    @AttributeOverride(name = "storedLength", column = @Column(name = "text_stored_length"))
    @AttributeOverride(name = "sha256", column = @Column(name = "text_sha256"))
    private @Nullable BlobColumns text;

    @Column(name = "text_cut")
    private boolean textCut;

    private @Nullable Integer pages;

    private @Nullable Integer seconds;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "received_by")
    private String receivedBy;

    @Column(name = "request_key")
    private @Nullable String requestKey;

    @Column(name = "restricted_at")
    private @Nullable Instant restrictedAt;

    @ElementCollection
    @CollectionTable(name = "document_share", joinColumns = @JoinColumn(name = "document_id"))
    private List<ShareColumns> shares = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    /**
     * @param fileName encrypted by the key of the target's name owner
     * @param shares with the pseudonyms of those who have one
     */
    Document(
            ReceivedFile file,
            DocumentTarget target,
            byte[] fileName,
            List<ShareColumns> shares,
            Instant at,
            String by) {
        this.id = file.id().value();
        this.project = target.project().value();
        this.type = file.type();
        this.format = file.format();
        this.state = DocumentState.AVAILABLE;
        this.attachedTo = target.id();
        this.day = target.day();
        this.keyId = file.keyId();
        this.nameOwner = target.nameOwner().value();
        this.fileName = fileName.clone();
        this.original = new BlobColumns(file.original());
        this.text = file.text() == null ? null : new BlobColumns(file.text());
        this.textCut = file.report().textCut();
        this.pages = file.report().pages();
        this.seconds = file.report().seconds();
        this.requestKey = file.requestKey();
        this.receivedAt = at;
        this.receivedBy = by;
        this.shares.addAll(shares);
    }

    public DocumentId id() {
        return new DocumentId(id);
    }

    public ProjectId project() {
        return new ProjectId(project);
    }

    public DocumentType type() {
        return type;
    }

    public FileFormat format() {
        return format;
    }

    public DocumentState state() {
        return state;
    }

    /** @param at when it was closed; null when it is not closed */
    public void become(DocumentState next, @Nullable Instant at) {
        state = next;
        restrictedAt = at;
    }

    public UUID attachedTo() {
        return attachedTo;
    }

    /** The day that the data is from, on which consent must have stood. */
    public LocalDate day() {
        return day;
    }

    UUID keyId() {
        return keyId;
    }

    SubjectId nameOwner() {
        return new SubjectId(nameOwner);
    }

    byte[] fileName() {
        return fileName.clone();
    }

    public StoredBlob original() {
        return original.toStoredBlob();
    }

    public @Nullable StoredBlob text() {
        return text == null ? null : text.toStoredBlob();
    }

    public boolean textCut() {
        return textCut;
    }

    public @Nullable Integer pages() {
        return pages;
    }

    public @Nullable Integer seconds() {
        return seconds;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** User name of who sent it. */
    public String receivedBy() {
        return receivedBy;
    }

    public @Nullable Instant restrictedAt() {
        return restrictedAt;
    }

    /** Everyone it is about, in a stable order; empty when it is about nobody in particular. */
    public List<ParticipantId> about() {
        return shares.stream()
                .filter(s -> !s.subject().equals(project) && type.attachedTo() != AttachedTo.MATERIAL)
                .map(s -> new ParticipantId(s.subject()))
                .sorted(Comparator.comparing(ParticipantId::value))
                .toList();
    }

    /** Their pseudonyms, in order. */
    public List<String> pseudonyms() {
        return shares.stream()
                .map(ShareColumns::pseudonym)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    List<WrappedShare> wrappedShares() {
        return shares.stream().map(ShareColumns::toWrappedShare).toList();
    }

    /** Where its content of this role lies; null when it has none. */
    @Nullable
    StoredBlob blob(ContentRole role) {
        return role == ContentRole.ORIGINAL ? original() : text();
    }

    /** What it takes to open its content of this role, which it has. */
    Sealed sealed(ContentRole role) {
        return new Sealed(keyId, wrappedShares(), context(role), Objects.requireNonNull(blob(role)));
    }

    /** What its content of this role is bound to. */
    ContentContext context(ContentRole role) {
        return new ContentContext(
                project(),
                shares.stream().map(s -> new SubjectId(s.subject())).collect(Collectors.toSet()),
                id,
                VERSION,
                role);
    }

    /** What content of this role will be bound to when the document is kept. */
    public static ContentContext context(ProjectId project, Set<SubjectId> subjects, DocumentId id, ContentRole role) {
        return new ContentContext(project, subjects, id.value(), VERSION, role);
    }
}
