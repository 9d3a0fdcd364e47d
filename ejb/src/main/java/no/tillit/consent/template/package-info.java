/**
 * What a person is given to read and sign: templates with versions, each an information letter and a declaration of items
 * (GDPR Art 7, 13; O-04, O-20). Open {@link no.tillit.consent.template.TemplateContent} first, then
 * {@link no.tillit.consent.template.TemplateCheck}.
 *
 * <p>A version is written as a draft, checked against Art 13 and the project's approval, published by a second person, and
 * frozen: what was signed under it never changes. Part of the feature {@code consent}. Decisions: ADR 0130 to 0133.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.consent.template;
