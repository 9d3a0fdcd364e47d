/** How templates are kept and written. Open {@link no.tillit.consent.template.internal.TemplateXml} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.template.internal;
