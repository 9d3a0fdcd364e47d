package no.tillit.retention;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know about a record.
 *
 * @param lastDayOfProcessing the last day the project's approval covers; null when no end is set
 * @param withdrawnOn the day on which the consent that the record rests on was withdrawn; null while it stands, and for
 *     records that rest on something else
 * @param erasureRequestedOn the day on which somebody entitled to it asked for erasure; null when nobody did
 * @param boundByArchiveLaw whether the record is a public body's case record (O-22)
 * @param heldSince the day on which the oldest hold was placed that is not released; null when there is none
 * @param events what else has happened, each with its day
 * @param schedules the project's schedules that cover the record and are in force
 */
public record RetentionFacts(
        @Nullable LocalDate lastDayOfProcessing,
        @Nullable LocalDate withdrawnOn,
        @Nullable LocalDate erasureRequestedOn,
        boolean boundByArchiveLaw,
        @Nullable LocalDate heldSince,
        Map<RetentionEvent, LocalDate> events,
        List<Schedule> schedules) {
    public RetentionFacts {
        events = Map.copyOf(events);
        schedules = List.copyOf(schedules);
    }

    /** A record about which nothing is known that would make it go or stay. */
    public static RetentionFacts none() {
        return new RetentionFacts(null, null, null, false, null, Map.of(), List.of());
    }

    public RetentionFacts endingOn(@Nullable LocalDate lastDay) {
        return new RetentionFacts(
                lastDay, withdrawnOn, erasureRequestedOn, boundByArchiveLaw, heldSince, events, schedules);
    }

    public RetentionFacts withdrawnOn(@Nullable LocalDate day) {
        return new RetentionFacts(
                lastDayOfProcessing, day, erasureRequestedOn, boundByArchiveLaw, heldSince, events, schedules);
    }

    public RetentionFacts erasureRequestedOn(@Nullable LocalDate day) {
        return new RetentionFacts(
                lastDayOfProcessing, withdrawnOn, day, boundByArchiveLaw, heldSince, events, schedules);
    }

    public RetentionFacts boundByArchiveLaw(boolean bound) {
        return new RetentionFacts(
                lastDayOfProcessing, withdrawnOn, erasureRequestedOn, bound, heldSince, events, schedules);
    }

    public RetentionFacts heldSince(@Nullable LocalDate day) {
        return new RetentionFacts(
                lastDayOfProcessing, withdrawnOn, erasureRequestedOn, boundByArchiveLaw, day, events, schedules);
    }

    /** With this having happened on that day; null takes it back. */
    public RetentionFacts happened(RetentionEvent event, @Nullable LocalDate day) {
        Map<RetentionEvent, LocalDate> all = new EnumMap<>(RetentionEvent.class);
        all.putAll(events);
        if (day == null) {
            all.remove(event);
        } else {
            all.put(event, day);
        }
        return new RetentionFacts(
                lastDayOfProcessing, withdrawnOn, erasureRequestedOn, boundByArchiveLaw, heldSince, all, schedules);
    }

    public RetentionFacts under(List<Schedule> covering) {
        return new RetentionFacts(
                lastDayOfProcessing, withdrawnOn, erasureRequestedOn, boundByArchiveLaw, heldSince, events, covering);
    }
}
