package no.tillit.erasure;

import java.time.LocalDate;
import no.tillit.retention.RetentionReason;

/**
 * One line of a preview or certificate: records of one kind with one fate.
 *
 * @param kind a {@link ErasureStep#kind}
 * @param decision {@code DISPOSE} for what goes; {@code RETAIN}, {@code PRESERVE} or {@code HOLD} for what is held back
 * @param reason code of the {@link no.tillit.retention.RetentionReason}
 * @param authority the law or decision that it rests on
 * @param date the earliest day that counts for the decision
 * @param records how many records
 * @param parts how many versions, extracts and rows these are
 * @param bytes how many bytes of content
 */
public record DeletionLine(
        String kind,
        String decision,
        String reason,
        String authority,
        LocalDate date,
        Reach reach,
        long records,
        long parts,
        long bytes) {
    /** Whether they stay because they are about nobody any more. */
    public boolean isAnonymised() {
        return RetentionReason.ANONYMISED.code().equals(reason);
    }

    /** Whether these records go. */
    public boolean erases() {
        return "DISPOSE".equals(decision);
    }
}
