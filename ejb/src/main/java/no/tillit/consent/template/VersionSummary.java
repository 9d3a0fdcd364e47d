package no.tillit.consent.template;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version in a list.
 *
 * @param number from 1
 * @param code stands on every page of its forms
 * @param revision how often the draft has been saved; named when it is saved or published, so that nobody overwrites another
 * @param editors everybody who has written on it; none of them may publish it. Empty for one published before this was kept
 * @param publishedAt null for a draft
 */
public record VersionSummary(
        TemplateVersionId id,
        int number,
        String code,
        TemplateState state,
        int revision,
        Instant editedAt,
        String editedBy,
        List<String> editors,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy) {
    public VersionSummary {
        editors = List.copyOf(editors);
    }
}
