package no.tillit.consent.template;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import no.tillit.consent.CaptureMethod;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A form that was printed here, signed, as it lies on the table.
 *
 * @param signedOn the day beside the signature
 * @param answers yes or no by the code of the item, for each item of the version
 * @param number the form's number when it was printed for the person; null otherwise
 * @param method how the answers were taken down
 */
public record AnsweredForm(
        TemplateVersionId version,
        LocalDate signedOn,
        FormLanguage language,
        Map<String, Boolean> answers,
        @Nullable String number,
        CaptureMethod method) {
    /** A form on paper. */
    public AnsweredForm(
            TemplateVersionId version,
            LocalDate signedOn,
            FormLanguage language,
            Map<String, Boolean> answers,
            @Nullable String number) {
        this(version, signedOn, language, answers, number, CaptureMethod.PAPER);
    }

    public AnsweredForm {
        if (signedOn == null) {
            throw new InvalidInput("missing", "signedOn", "Fill in this field.");
        }
        if (answers == null || answers.values().stream().anyMatch(Objects::isNull)) {
            throw new InvalidInput("missing", "answers", "Say yes or no to each item of the form.");
        }
        answers = Map.copyOf(answers);
        number = number == null || number.isBlank() ? null : number;
    }

    /** The answers in one line, the same for the same answers. */
    public String inOneLine() {
        var line = new StringBuilder();
        new TreeMap<>(answers)
                .forEach((item, given) ->
                        line.append(line.isEmpty() ? "" : " ").append(item).append(given ? "=yes" : "=no"));
        return line.toString();
    }
}
