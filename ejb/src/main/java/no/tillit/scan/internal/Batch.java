package no.tillit.scan.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import no.tillit.kernel.ProjectId;
import no.tillit.scan.ScanBatchId;
import no.tillit.scan.ScanBatchState;
import no.tillit.scan.ScanBatchSummary;
import org.jspecify.annotations.Nullable;

/**
 * A file of scans is read page by page, by one node at a time that says now and then that it is still at it; when it falls
 * silent another goes on with the next page. Its bytes go when its last page has been read.
 */
@Entity
@Table(name = "scan_batch")
public class Batch {
    /** How long a node may say nothing before another goes on. */
    static final Duration SILENCE = Duration.ofSeconds(90);

    /** How often a page may end the reader before the file is given up. */
    static final int MOST_ATTEMPTS = 3;

    @Id
    private UUID id;

    @Column(name = "project_id", updatable = false)
    private UUID project;

    @Enumerated(EnumType.STRING)
    private ScanBatchState state;

    private @Nullable String refusal;

    private @Nullable Integer pages;

    @Column(name = "pages_read")
    private int pagesRead;

    @Column(name = "blank_pages")
    private int blankPages;

    private int attempts;

    @Column(name = "reading_until")
    private @Nullable Instant readingUntil;

    @Column(name = "file_name")
    private byte[] fileName;

    @Column(name = "content_hash")
    private byte @Nullable [] contentHash;

    @Embedded
    private @Nullable SealedColumns file;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "received_by", updatable = false)
    private String receivedBy;

    @SuppressWarnings("NullAway.Init")
    protected Batch() {}

    /** @param fileName encrypted */
    Batch(UUID id, ProjectId project, SealedColumns file, byte[] fileName, byte[] contentHash, Instant at, String by) {
        this.id = id;
        this.project = project.value();
        this.state = ScanBatchState.WAITING;
        this.file = file;
        this.fileName = fileName.clone();
        this.contentHash = contentHash.clone();
        this.receivedAt = at;
        this.receivedBy = by;
    }

    /** Whoever calls reads it from now on. */
    void claim(Instant now) {
        state = ScanBatchState.READING;
        attempts++;
        readingUntil = now.plus(SILENCE);
    }

    boolean isHopeless() {
        return attempts > MOST_ATTEMPTS;
    }

    void counted(int all, Instant now) {
        pages = all;
        readingUntil = now.plus(SILENCE);
    }

    /** The reader broke off: it is tried again with the next page. */
    void release() {
        readingUntil = null;
    }

    /** The next page has been read: what ended the reader before it is overcome. */
    void read(int page, boolean blank, Instant now) {
        pagesRead = page;
        attempts = 1;
        readingUntil = now.plus(SILENCE);
        if (blank) {
            blankPages++;
        }
    }

    /** All is read, or none of it ever will be; the bytes are the caller's to remove. */
    void end(@Nullable String because) {
        state = because == null ? ScanBatchState.READ : ScanBatchState.REFUSED;
        refusal = because;
        readingUntil = null;
        file = null;
        if (because != null) {
            contentHash = null;
        }
    }

    /** The same file may come again. */
    void forget() {
        contentHash = null;
    }

    UUID id() {
        return id;
    }

    ProjectId project() {
        return new ProjectId(project);
    }

    ScanBatchState state() {
        return state;
    }

    int pagesRead() {
        return pagesRead;
    }

    int blankPages() {
        return blankPages;
    }

    byte[] fileName() {
        return fileName.clone();
    }

    @Nullable
    SealedColumns file() {
        return file;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    String receivedBy() {
        return receivedBy;
    }

    ScanBatchSummary toSummary(String name) {
        return new ScanBatchSummary(
                new ScanBatchId(id), state, pages, pagesRead, blankPages, refusal, name, receivedAt, receivedBy);
    }
}
