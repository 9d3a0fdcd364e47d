package no.tillit.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.tillit.access.Membership;
import no.tillit.kernel.ProjectId;

/** A project with its approval and members. */
public record ProjectDetails(
        ProjectId id,
        String name,
        String controller,
        String reference,
        LocalDate assessedOn,
        String purpose,
        LocalDate endsOn,
        int followUpMonths,
        List<ApprovedSample> samples,
        Set<DataCategory> categories,
        Set<Method> methods,
        List<Membership> members,
        Instant registeredAt,
        String registeredBy) {}
