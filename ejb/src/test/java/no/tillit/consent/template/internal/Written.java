package no.tillit.consent.template.internal;

import no.tillit.consent.template.TemplateContent;

/** What the database would hold. */
public final class Written {
    private Written() {}

    public static String of(TemplateContent content) {
        return TemplateWriter.write(content);
    }
}
