package no.tillit.consent.template;

import java.util.Objects;
import java.util.UUID;

/** One version of a template. */
public record TemplateVersionId(UUID value) {
    public TemplateVersionId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id that no version has had before. */
    public static TemplateVersionId random() {
        return new TemplateVersionId(UUID.randomUUID());
    }
}
