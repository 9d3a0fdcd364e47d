package no.tillit.scan.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Bytes go first, so that a crash leaves the rows by which they are found again. */
@ApplicationScoped
public class Removing {
    @Inject
    private Scans scans;

    @Inject
    private Contents contents;

    /** The form and all its pages, and its file when nothing else of that is left. */
    void remove(Form form) {
        UUID batch = form.batch();
        scans.pagesOf(form).forEach(this::remove);
        scans.remove(form);
        scans.removeIfDone(batch);
    }

    void remove(PageRow page) {
        SealedColumns picture = page.picture();
        if (picture != null) {
            contents.delete(picture);
        }
        scans.remove(page);
    }

    /** The file alone; the forms that were found in it stay. */
    void removeFile(Batch batch) {
        SealedColumns file = batch.file();
        if (file != null) {
            contents.delete(file);
        }
        scans.remove(batch);
    }

    /** The file and every form of it that nobody has matched; what is matched stays with its person. */
    void remove(Batch batch) {
        scans.formsOf(batch).stream().filter(form -> !form.isDone()).forEach(form -> {
            scans.pagesOf(form).forEach(this::remove);
            scans.remove(form);
        });
        removeFile(batch);
    }
}
