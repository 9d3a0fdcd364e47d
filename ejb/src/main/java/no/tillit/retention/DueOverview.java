package no.tillit.retention;

import java.time.LocalDate;
import java.util.List;

/**
 * What goes when in a project.
 *
 * @param asOf the day asked for
 * @param due how many have to go until then
 * @param review how many somebody has to look at until then
 * @param held how many a hold keeps from going
 * @param preserved how many archive law keeps
 * @param months the months with anything in them, the earliest first
 */
public record DueOverview(LocalDate asOf, long due, long review, long held, long preserved, List<DueMonth> months) {
    public DueOverview {
        months = List.copyOf(months);
    }
}
