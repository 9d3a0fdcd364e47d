package no.tillit.consent.template;

import java.util.Objects;
import java.util.UUID;

/** One template of a project, through all its versions. */
public record TemplateId(UUID value) {
    public TemplateId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id that no template has had before. */
    public static TemplateId random() {
        return new TemplateId(UUID.randomUUID());
    }
}
