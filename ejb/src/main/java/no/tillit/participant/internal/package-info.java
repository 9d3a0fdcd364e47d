/** How participants and the contact register are kept. Open {@link no.tillit.participant.internal.Participant} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.participant.internal;
