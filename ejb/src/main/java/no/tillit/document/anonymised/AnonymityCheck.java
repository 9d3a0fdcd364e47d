package no.tillit.document.anonymised;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import no.tillit.kernel.InvalidInput;

/** What both who puts material forward and who releases it must have looked for; no program can. */
public enum AnonymityCheck {
    /** Names, addresses, telephone numbers, user names of the person and of others who are spoken of. */
    NAMES,
    /** Places, institutions, dates and times that point to somebody. */
    PLACES,
    /** What only one person in that place can have lived through: rare offences, illnesses, families, careers. */
    RARE_COMBINATIONS,
    /** Comments, tracked changes, hidden columns, properties of the file. */
    HIDDEN_TRACES;

    /** The name in JSON, in kebab case. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * That each of them was answered with yes.
     *
     * @throws InvalidInput with code {@code checks-missing} when one was not
     */
    static void requireAll(Set<AnonymityCheck> done) {
        if (!done.containsAll(EnumSet.allOf(AnonymityCheck.class))) {
            throw new InvalidInput(
                    "checks-missing",
                    "checks",
                    "Material is anonymous only when all of this was looked for: "
                            + String.join(
                                    ", ",
                                    Arrays.stream(values())
                                            .map(AnonymityCheck::parameter)
                                            .toList())
                            + ".");
        }
    }
}
