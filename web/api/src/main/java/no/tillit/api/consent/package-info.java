/** Consents over the API. Open {@link no.tillit.api.consent.ParticipantConsentsResource}. */
@org.jspecify.annotations.NullMarked
package no.tillit.api.consent;
