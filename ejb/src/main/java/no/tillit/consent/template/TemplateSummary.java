package no.tillit.consent.template;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.tillit.kernel.ProjectId;

/**
 * A template with its versions.
 *
 * @param versions newest first; at least one, unless the only draft was thrown away
 */
public record TemplateSummary(
        TemplateId id,
        ProjectId project,
        String name,
        List<VersionSummary> versions,
        Instant createdAt,
        String createdBy) {
    public TemplateSummary {
        versions = List.copyOf(versions);
    }

    /** The version that is signed now: the newest that is published. */
    public Optional<VersionSummary> current() {
        return versions.stream()
                .filter(v -> v.state() == TemplateState.PUBLISHED)
                .findFirst();
    }

    /** The version that is being written. */
    public Optional<VersionSummary> draft() {
        return versions.stream().filter(v -> v.state() == TemplateState.DRAFT).findFirst();
    }
}
