package no.tillit.audit;

import java.time.LocalDate;

/**
 * That somebody did the same to many people in a day.
 *
 * @param action its name in the log
 * @param day in Norway
 * @param people how many different ones, in all projects
 */
public record ManyPeople(String actor, String action, LocalDate day, int people) {}
