package no.tillit.scan.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import no.tillit.kernel.ProjectId;
import no.tillit.scan.ScannedPage;
import no.tillit.scan.ScannedPageId;
import org.jspecify.annotations.Nullable;

/** One page of a scanned form, with its picture unless it could not be read. */
@Entity
@Table(name = "scanned_page")
public class PageRow {
    @Id
    private UUID id;

    @Column(name = "project_id", updatable = false)
    private UUID project;

    @Column(name = "form_id")
    private UUID form;

    @Column(name = "batch_id", updatable = false)
    private UUID batch;

    @Column(name = "batch_page", updatable = false)
    private int batchPage;

    @Column(name = "printed_page")
    private @Nullable Integer printedPage;

    private int width;

    private int height;

    private int turned;

    @Embedded
    private @Nullable SealedColumns picture;

    @Column(name = "kept_at", updatable = false)
    private Instant keptAt;

    @SuppressWarnings("NullAway.Init")
    protected PageRow() {}

    PageRow(UUID id, Form form, Batch batch, int batchPage, @Nullable Integer printedPage, Instant at) {
        this.id = id;
        this.project = form.project().value();
        this.form = form.id();
        this.batch = batch.id();
        this.batchPage = batchPage;
        this.printedPage = printedPage;
        this.keptAt = at;
    }

    void show(SealedColumns sealed, int wide, int high) {
        picture = sealed;
        width = wide;
        height = high;
    }

    /** It stands on its head or lies on its side: turned clockwise by so many degrees it can be read. */
    void turn(int degrees) {
        turned = degrees;
    }

    int turned() {
        return turned;
    }

    void moveTo(Form other) {
        form = other.id();
    }

    UUID id() {
        return id;
    }

    ProjectId project() {
        return new ProjectId(project);
    }

    UUID form() {
        return form;
    }

    UUID batch() {
        return batch;
    }

    int batchPage() {
        return batchPage;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    @Nullable
    Integer printedPage() {
        return printedPage;
    }

    @Nullable
    SealedColumns picture() {
        return picture;
    }

    ScannedPage toPage(int place) {
        return new ScannedPage(new ScannedPageId(id), place, printedPage, picture != null, width, height, turned);
    }
}
