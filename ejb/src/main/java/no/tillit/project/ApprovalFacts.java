package no.tillit.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What a project's approval covers, for those who write what participants are told (O-01). */
public record ApprovalFacts(
        String project,
        String controller,
        LocalDate endsOn,
        List<ApprovedSample> samples,
        Set<DataCategory> categories,
        Set<Method> methods) {
    public ApprovalFacts {
        samples = List.copyOf(samples);
        categories = Set.copyOf(categories);
        methods = Set.copyOf(methods);
    }
}
