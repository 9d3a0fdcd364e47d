package no.tillit.project;

import java.time.LocalDate;
import no.tillit.kernel.ProjectId;

/** A project in a list. */
public record ProjectSummary(ProjectId id, String name, String controller, String reference, LocalDate endsOn) {}
