package no.tillit.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know about a record.
 *
 * @param lastDayOfProcessing the last day the project's approval covers; null when no end is set
 * @param withdrawnOn the day on which the consent that the record rests on was withdrawn; null while it stands, and for
 *     records that rest on something else
 * @param erasureRequestedOn the day on which somebody entitled to it asked for erasure; null when nobody did
 * @param boundByArchiveLaw whether the record is a public body's case record (O-22)
 */
public record RetentionFacts(
        @Nullable LocalDate lastDayOfProcessing,
        @Nullable LocalDate withdrawnOn,
        @Nullable LocalDate erasureRequestedOn,
        boolean boundByArchiveLaw) {

    /** A record about which nothing is known that would make it go or stay. */
    public static RetentionFacts none() {
        return new RetentionFacts(null, null, null, false);
    }

    public RetentionFacts endingOn(@Nullable LocalDate lastDay) {
        return new RetentionFacts(lastDay, withdrawnOn, erasureRequestedOn, boundByArchiveLaw);
    }

    public RetentionFacts withdrawnOn(@Nullable LocalDate day) {
        return new RetentionFacts(lastDayOfProcessing, day, erasureRequestedOn, boundByArchiveLaw);
    }

    public RetentionFacts erasureRequestedOn(@Nullable LocalDate day) {
        return new RetentionFacts(lastDayOfProcessing, withdrawnOn, day, boundByArchiveLaw);
    }

    public RetentionFacts boundByArchiveLaw(boolean bound) {
        return new RetentionFacts(lastDayOfProcessing, withdrawnOn, erasureRequestedOn, bound);
    }
}
