/** Pages of participants and their contact details. Open {@link no.tillit.ui.participant.ParticipantPage} first. */
@org.jspecify.annotations.NullMarked
package no.tillit.ui.participant;
