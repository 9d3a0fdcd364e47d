package no.tillit.consent.template;

import no.tillit.kernel.ParticipantId;
import no.tillit.participant.Pseudonym;

/**
 * Somebody who signed an earlier version and is to be asked again.
 *
 * @param signed the number of the newest version that the person has signed
 * @param version the one to sign now
 */
public record AskedAgain(
        ParticipantId participant,
        Pseudonym pseudonym,
        TemplateId template,
        String name,
        int signed,
        TemplateVersionId version,
        int number) {}
