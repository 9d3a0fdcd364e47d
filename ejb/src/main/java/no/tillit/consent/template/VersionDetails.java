package no.tillit.consent.template;

import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * A version with all that it says.
 *
 * @param name of its template
 * @param reAsk who is asked again because of it; null while a draft does not say so
 * @param facts what the names in braces stand for: frozen with a published version
 */
public record VersionDetails(
        TemplateId template,
        ProjectId project,
        String name,
        VersionSummary version,
        TemplateContent content,
        @Nullable ReAsk reAsk,
        LetterFacts facts) {}
