package no.tillit.consent;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.tillit.consent.template.Validity;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A signed form as it lies on the table.
 *
 * @param signedOn the day beside the signature
 * @param decisions yes or no for each item that the form asked about and the person answered
 * @param language the language of the form: nb, nn or en
 * @param formReference which form it is, e.g. its name and version; never anything about the person
 * @param validity how long each yes holds; the most specific that the form says, the item's before the form's
 */
public record NewConsent(
        LocalDate signedOn,
        Map<ConsentItem, Boolean> decisions,
        CaptureMethod method,
        String language,
        @Nullable String formReference,
        Map<ConsentItem, Validity> validity) {
    private static final Set<String> LANGUAGES = Set.of("nb", "nn", "en");

    /** @throws InvalidInput when no item is decided, a part is given while the whole is refused, or the language is unknown, or the reference is unreadable */
    public NewConsent {
        if (decisions.isEmpty()) {
            throw new InvalidInput("no-items-decided", "decisions", "Say yes or no to at least one item.");
        }
        if (!LANGUAGES.contains(language)) {
            throw new InvalidInput("unknown-language", "language", "The form's language is nb, nn or en.");
        }
        if (decisions.values().stream().anyMatch(Objects::isNull)) {
            throw new InvalidInput("missing", "decisions", "Say yes or no to each item that you name.");
        }
        if (namesPartWithoutWhole(decisions)) {
            throw new InvalidInput(
                    "part-without-whole",
                    "decisions",
                    "The form says yes to a part, such as the recording, and no to the whole. Ask the person what was meant.");
        }
        formReference = PlainText.optional("formReference", formReference, 100);
        decisions = Map.copyOf(decisions);
        validity = Map.copyOf(validity);
        requireHeld(signedOn, decisions, validity);
    }

    /** A form whose every yes holds until the project's end. */
    public NewConsent(
            LocalDate signedOn,
            Map<ConsentItem, Boolean> decisions,
            CaptureMethod method,
            String language,
            @Nullable String formReference) {
        this(signedOn, decisions, method, language, formReference, Map.of());
    }

    /** The same form, with how long a yes holds: as the item says, or else as the form says. */
    public NewConsent holding(Validity form, Map<ConsentItem, Validity> items) {
        Map<ConsentItem, Validity> resolved = new HashMap<>();
        decisions.keySet().forEach(item -> resolved.put(item, items.getOrDefault(item, form)));
        return new NewConsent(signedOn, decisions, method, language, formReference, resolved);
    }

    /** How long a yes to this item holds. */
    public Validity validityOf(ConsentItem item) {
        return validity.getOrDefault(item, Validity.UNTIL_PROJECT_END);
    }

    /** The last day of a yes to this item by its own period; null when only the project's end limits it. */
    public @Nullable LocalDate lastDay(ConsentItem item) {
        return lastDay(validityOf(item), signedOn);
    }

    private static @Nullable LocalDate lastDay(Validity validity, LocalDate signedOn) {
        return validity.equals(Validity.UNTIL_PROJECT_END) ? null : validity.lastDay(signedOn, LocalDate.MAX);
    }

    private static void requireHeld(
            LocalDate signedOn, Map<ConsentItem, Boolean> decisions, Map<ConsentItem, Validity> validity) {
        validity.forEach((item, chosen) -> {
            if (!decisions.containsKey(item)) {
                throw new InvalidInput(
                        "validity-undecided",
                        "validity",
                        "The form does not decide an item for which a period is named.");
            }
            LocalDate last = lastDay(chosen, signedOn);
            if (last != null && last.isBefore(signedOn)) {
                throw new InvalidInput(
                        "validity-over-before", "validity", "The yes would have run out before it was signed.");
            }
        });
    }

    private static boolean namesPartWithoutWhole(Map<ConsentItem, Boolean> decisions) {
        return decisions.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .flatMap(item -> Stream.concat(Stream.of(item.general()), item.partOf().stream()))
                .anyMatch(whole -> !decisions.getOrDefault(whole, true));
    }

    /**
     * From a form in which things may be missing.
     *
     * @throws InvalidInput as the constructor, and naming what is missing
     */
    public static NewConsent of(
            @Nullable LocalDate signedOn,
            Map<ConsentItem, Boolean> decisions,
            @Nullable CaptureMethod method,
            @Nullable String language,
            @Nullable String formReference) {
        return new NewConsent(
                present("signedOn", signedOn),
                decisions,
                present("method", method),
                present("language", language),
                formReference);
    }

    /** @throws InvalidInput when the form was signed after today, or before the approval it rests on was assessed */
    void requireSignedBetween(LocalDate assessedOn, LocalDate today) {
        if (signedOn.isAfter(today)) {
            throw new InvalidInput("signed-in-future", "signedOn", "The day of signing lies in the future.");
        }
        if (signedOn.isBefore(assessedOn)) {
            throw new InvalidInput(
                    "signed-before-approval",
                    "signedOn",
                    "The form was signed before the project's approval was assessed on " + assessedOn + ".");
        }
    }

    /** The decisions in one line, the same for the same decisions. */
    public String decided() {
        var line = new StringBuilder();
        new TreeMap<>(decisions).forEach((item, given) -> {
            line.append(line.isEmpty() ? "" : " ").append(item).append(given ? "=yes" : "=no");
            LocalDate last = lastDay(item);
            line.append(given && last != null ? ":" + last : "");
        });
        return line.toString();
    }

    private static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput("missing", field, "Fill in this field.");
        }
        return value;
    }
}
