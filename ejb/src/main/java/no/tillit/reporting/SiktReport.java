package no.tillit.reporting;

import java.time.LocalDate;
import java.util.List;
import no.tillit.erasure.DeletionCause;
import no.tillit.project.ProjectDetails;
import no.tillit.retention.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What a project holds and has erased, on one day: for Sikt's follow-up every second year and at the end (O-03). No personal
 * data.
 *
 * @param closing whether the approval has ended
 * @param participants how many people there is something about
 * @param erasedParticipants how many people everything has been erased about
 * @param anonymised how many pieces of material were released as anonymised: they stay
 * @param drafts how many were put forward and wait: they go at the end
 * @param held what is there, by kind
 * @param erased what has gone, by kind and cause
 */
public record SiktReport(
        ProjectDetails project,
        LocalDate day,
        boolean closing,
        long participants,
        long erasedParticipants,
        long anonymised,
        long drafts,
        List<HeldLine> held,
        List<ErasedLine> erased) {
    public SiktReport {
        held = List.copyOf(held);
        erased = List.copyOf(erased);
    }

    /**
     * Records of one kind that are there.
     *
     * @param firstDue the first day on which one of them has to go; null when none has a day
     * @param lastDue the last such day
     * @param suspended how many a hold keeps from going
     * @param preserved how many archive law keeps
     */
    public record HeldLine(
            RecordKind kind,
            long records,
            @Nullable LocalDate firstDue,
            @Nullable LocalDate lastDue,
            long suspended,
            long preserved) {}

    /**
     * Records of one kind that were erased for one cause.
     *
     * @param kind as deletions know it
     * @param last the day on which the last of them went
     */
    public record ErasedLine(String kind, DeletionCause cause, long records, LocalDate last) {}
}
