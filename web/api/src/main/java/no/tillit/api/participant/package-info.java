/** Participants and the contact register over the API. Open {@link no.tillit.api.participant.ParticipantsResource}. */
@org.jspecify.annotations.NullMarked
package no.tillit.api.participant;
