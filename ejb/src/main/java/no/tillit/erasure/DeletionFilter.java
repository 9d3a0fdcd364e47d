package no.tillit.erasure;

import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/** Which jobs a list shows; null means all. */
public record DeletionFilter(
        @Nullable ProjectId project, @Nullable DeletionState state) {
    /** Every job the caller may know of. */
    public static DeletionFilter all() {
        return new DeletionFilter(null, null);
    }
}
