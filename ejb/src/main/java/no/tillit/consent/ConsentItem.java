package no.tillit.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.tillit.kernel.InvalidInput;
import no.tillit.project.LegalBasis;
import org.jspecify.annotations.Nullable;

/** Something a person says yes or no to, by itself (O-04). */
public enum ConsentItem {
    /** Being interviewed, alone or in a group. */
    INTERVIEW,
    /** Recording the interview as sound; a participant may take part with written notes only (O-05). */
    AUDIO_RECORDING,
    /** Being asked again later. */
    CONTACT_AGAIN,
    /** Being followed up: keeping the person's documents and a release plan. */
    FOLLOW_UP,
    /** Sharing areas of the plan with other agencies (O-18). */
    SHARE_PLAN,
    /** Linking what the person has told with another source, such as a register. */
    DATA_LINKAGE;

    /**
     * Whether data under this item may rest on this basis alone, without the person's yes. Only following somebody up can be
     * an agency's task or duty; research and sharing always need a yes.
     */
    public boolean mayRestOn(LegalBasis basis) {
        return this == FOLLOW_UP && basis != LegalBasis.CONSENT;
    }

    /** The item without which this one means nothing: no recording without the interview, no sharing without a plan. */
    public Optional<ConsentItem> partOf() {
        return switch (this) {
            case AUDIO_RECORDING -> Optional.of(INTERVIEW);
            case SHARE_PLAN -> Optional.of(FOLLOW_UP);
            default -> Optional.empty();
        };
    }

    /** As {@link #named(String, String)}, for a field of that name. */
    public static ConsentItem named(@Nullable String name) {
        return named("items", name);
    }

    /**
     * The item with this name, as {@code audio-recording} or {@code AUDIO_RECORDING}.
     *
     * @param field the field that holds the name, for the refusal
     * @throws InvalidInput when there is no such item
     */
    public static ConsentItem named(String field, @Nullable String name) {
        return Arrays.stream(values())
                .filter(item -> item.kebab().equals(name) || item.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "unknown-item",
                        field,
                        "A consent has these items: "
                                + Arrays.stream(values())
                                        .map(ConsentItem::kebab)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** The item's name in kebab case, as {@code audio-recording}: below this floor items are known by it. */
    public String kebab() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The item in words of a sentence in English. */
    public String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
