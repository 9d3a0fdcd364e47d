/**
 * Participants under a pseudonym, and their contact details in a register kept apart (O-08). Open
 * {@link no.tillit.participant.RegisteringParticipant} first.
 *
 * <p>Floor 5: may use {@code project} and everything below. The features above name a participant by
 * {@link no.tillit.kernel.ParticipantId} and ask {@link no.tillit.participant.Participants}; only
 * {@link no.tillit.participant.ContactRegister} tells who somebody is. Why a pseudonym carries a check digit: ADR 0030.
 * What is left of somebody who was erased: ADR 0031.
 */
@org.jspecify.annotations.NullMarked
package no.tillit.participant;
