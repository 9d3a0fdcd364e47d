package no.tillit.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A point on the time line of a person's consents.
 *
 * @param at when it was recorded
 * @param day the day it counts from: of signing, or of the withdrawal
 * @param consent the form it is about; null for a withdrawal, which ends every form signed before it, and for an expiry
 * @param endedBy who took it back; null unless something was
 * @param verdict what was found about the form; null unless it was looked at
 * @param method how the form was taken down; null unless one was recorded
 */
public record ConsentMoment(
        Kind kind,
        Instant at,
        LocalDate day,
        String by,
        @Nullable ConsentId consent,
        Set<ConsentItem> given,
        Set<ConsentItem> refused,
        Set<ConsentItem> withdrawn,
        @Nullable EndedBy endedBy,
        @Nullable Verdict verdict,
        @Nullable CaptureMethod method) {
    /** What happened. */
    public enum Kind {
        /** A signed form was recorded. */
        RECORDED,
        /** The person took something back. */
        WITHDRAWN,
        /** Somebody else ended something. */
        REVOKED,
        /** A second person found that the form counts. */
        PASSED,
        /** A second person found that the form does not count. */
        FAILED,
        /** The form was found to be recorded by mistake. */
        INVALIDATED,
        /** A yes ran out. */
        EXPIRED
    }

    public ConsentMoment {
        given = Set.copyOf(given);
        refused = Set.copyOf(refused);
        withdrawn = Set.copyOf(withdrawn);
    }
}
