package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.ErasureRequest;
import no.tillit.erasure.ExtensionReason;
import no.tillit.kernel.Rows;
import org.jspecify.annotations.Nullable;

/** What participants have asked for, on the rows of the deletions that their requests became. */
@ApplicationScoped
public class ErasureRequests {
    @Inject
    private Rows rows;

    /** Notes that the participant was told that the answer takes two months more. */
    public void extend(DeletionJobId id, ExtensionReason reason, LocalDate toldOn, String by) {
        rows.change(
                "UPDATE deletion_job SET extended_on = ?, extension_reason = ?, extended_by = ? WHERE id = ?",
                toldOn,
                reason,
                by,
                id.value());
    }

    /** Notes that the participant was told; false when that was noted before. */
    public boolean answer(DeletionJobId id, LocalDate on, String by) {
        return rows.change("""
                        UPDATE deletion_job SET answered_on = ?, answered_by = ?
                        WHERE id = ? AND received_on IS NOT NULL AND answered_on IS NULL""", on, by, id.value()) == 1;
    }

    /** The request of a job's row; null when nobody asked for it. */
    static @Nullable ErasureRequest of(ResultSet row) throws SQLException {
        var received = row.getObject("received_on", LocalDate.class);
        if (received == null) {
            return null;
        }
        var asked = new ErasureRequest(
                received,
                Objects.requireNonNull(row.getString("received_by")),
                row.getObject("answered_on", LocalDate.class),
                row.getString("answered_by"));
        var told = row.getObject("extended_on", LocalDate.class);
        return told == null ? asked : asked.extended(told, ExtensionReason.valueOf(row.getString("extension_reason")));
    }
}
