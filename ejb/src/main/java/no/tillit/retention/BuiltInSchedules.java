package no.tillit.retention;

import java.util.List;
import no.tillit.retention.Schedule.Words;

/**
 * The schedules that every project begins with. A project may change each or take it out of force; what approval,
 * withdrawal and archive law demand is no schedule but a rule, and stands in {@link RetentionRules}.
 */
public final class BuiltInSchedules {
    private BuiltInSchedules() {}

    public static List<Schedule> all() {
        return List.of(
                schedule(
                        "recording-when-transcribed",
                        RecordKind.AUDIO_RECORDING,
                        RetentionEvent.TRANSCRIPT_APPROVED,
                        RetentionPeriod.NONE,
                        DisposalDecision.DISPOSE,
                        "personvernforordningen art. 5 nr. 1 c og e; informasjonsskrivet",
                        new Words(
                                "Lydopptaket slettes når transkripsjonen er godkjent.",
                                "Lydopptaket blir sletta når transkripsjonen er godkjend.",
                                "The recording is erased when the transcript has been approved.")),
                schedule(
                        "contact-after-last-contact",
                        RecordKind.CONTACT,
                        RetentionEvent.LAST_CONTACT,
                        RetentionPeriod.ofYears(2),
                        DisposalDecision.REVIEW,
                        "personvernforordningen art. 5 nr. 1 e",
                        new Words(
                                "To år etter siste kontakt vurderer noen om kontaktopplysningene fortsatt trengs.",
                                "To år etter siste kontakt vurderer nokon om kontaktopplysningane framleis trengst.",
                                "Two years after the last contact somebody decides whether the contact details are still needed.")),
                schedule(
                        "plan-after-closing",
                        RecordKind.RELEASE_PLAN,
                        RetentionEvent.PLAN_CLOSED,
                        RetentionPeriod.ofYears(1),
                        DisposalDecision.REVIEW,
                        "personvernforordningen art. 5 nr. 1 e",
                        new Words(
                                "Et år etter at løslatelsesplanen er avsluttet, vurderer noen om den fortsatt trengs.",
                                "Eit år etter at lauslatingsplanen er avslutta, vurderer nokon om han framleis trengst.",
                                "A year after the release plan was closed somebody decides whether it is still needed.")));
    }

    private static Schedule schedule(
            String code,
            RecordKind covers,
            RetentionEvent starts,
            RetentionPeriod period,
            DisposalDecision disposal,
            String authority,
            Words words) {
        return new Schedule(code, 0, covers, starts, null, period, disposal, authority, words, true, null, null);
    }
}
