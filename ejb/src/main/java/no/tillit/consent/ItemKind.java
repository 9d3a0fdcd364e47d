package no.tillit.consent;

import java.util.Locale;
import java.util.Optional;
import no.tillit.project.LegalBasis;

/** What an item is about; a {@link ConsentItem} also says, where it matters, which part of it and with whom. */
public enum ItemKind {
    /** Being interviewed, alone or in a group. */
    INTERVIEW,
    /** Recording the interview as sound; a participant may take part with written notes only (O-05). */
    AUDIO_RECORDING,
    /** Being asked again later. */
    CONTACT_AGAIN,
    /** Being followed up: keeping the person's documents and a release plan. */
    FOLLOW_UP,
    /** Sharing an area of the plan with another agency (O-18). */
    SHARE_PLAN,
    /** Linking what the person has told with another source, such as a register. */
    DATA_LINKAGE;

    /** As {@link ConsentItem#mayRestOn}. */
    boolean mayRestOn(LegalBasis basis) {
        return this == FOLLOW_UP && basis != LegalBasis.CONSENT;
    }

    /** The kind without which this one means nothing: no recording without the interview, no sharing without a plan. */
    public Optional<ItemKind> partOf() {
        return switch (this) {
            case AUDIO_RECORDING -> Optional.of(INTERVIEW);
            case SHARE_PLAN -> Optional.of(FOLLOW_UP);
            default -> Optional.empty();
        };
    }

    /** The kind's name in kebab case, as {@code audio-recording}. */
    public String kebab() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
