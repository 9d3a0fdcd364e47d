package no.tillit.consent;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
 */
public record NewConsent(
        LocalDate signedOn,
        Map<ConsentItem, Boolean> decisions,
        CaptureMethod method,
        String language,
        @Nullable String formReference) {
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
    }

    private static boolean namesPartWithoutWhole(Map<ConsentItem, Boolean> decisions) {
        return decisions.entrySet().stream()
                .filter(Map.Entry::getValue)
                .flatMap(entry -> entry.getKey().partOf().stream())
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
        new TreeMap<>(decisions)
                .forEach((item, given) ->
                        line.append(line.isEmpty() ? "" : " ").append(item).append(given ? "=yes" : "=no"));
        return line.toString();
    }

    private static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput("missing", field, "Fill in this field.");
        }
        return value;
    }
}
