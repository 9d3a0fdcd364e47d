/**
 * All consents of a project, form by form and item by item, for whoever has to show them or move them. Open {@link
 * no.tillit.consent.export.ExportingConsents}.
 *
 * <p>Part of the feature {@code consent}. Decision: ADR 0173.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.export;
