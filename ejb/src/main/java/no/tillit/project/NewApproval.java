package no.tillit.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What NSD/Sikt assessed (O-01).
 *
 * @param reference the assessment's reference, 1 to 40 characters
 * @param assessedOn the day of the assessment; not in the future
 * @param purpose 1 to 2,000 characters
 * @param endsOn the last day of processing; today or later, and not before the assessment
 * @param followUpMonths months between follow-ups, 1 to 60
 * @param samples 1 to 20
 */
public record NewApproval(
        String reference,
        LocalDate assessedOn,
        String purpose,
        LocalDate endsOn,
        int followUpMonths,
        List<NewSample> samples,
        Set<DataCategory> categories,
        Set<Method> methods) {
    public NewApproval {
        reference = PlainText.required("reference", reference, 40);
        purpose = PlainText.required("purpose", purpose, 2_000);
        requirePresent("assessedOn", assessedOn);
        requirePresent("endsOn", endsOn);
        if (endsOn.isBefore(assessedOn)) {
            throw new InvalidInput(
                    "dates-reversed", "endsOn", "Processing cannot end before the day of the assessment.");
        }
        if (followUpMonths < 1 || followUpMonths > 60) {
            throw new InvalidInput(
                    "follow-up-out-of-range", "followUpMonths", "Follow-up is every 1 to 60 months; usually 24.");
        }
        samples = samples == null ? List.of() : List.copyOf(samples);
        categories = categories == null ? Set.of() : Set.copyOf(categories);
        methods = methods == null ? Set.of() : Set.copyOf(methods);
        requireSome("samples", samples.size());
        requireSome("categories", categories.size());
        requireSome("methods", methods.size());
        if (samples.size() > 20) {
            throw new InvalidInput("too-many", "samples", "An approval has at most 20 samples.");
        }
    }

    /** Refuses dates that do not fit today. */
    public void requireCurrent(LocalDate today) {
        if (assessedOn.isAfter(today)) {
            throw new InvalidInput("date-in-future", "assessedOn", "The assessment cannot lie in the future.");
        }
        if (endsOn.isBefore(today)) {
            throw new InvalidInput(
                    "ended-already", "endsOn", "The end of processing lies before today; nothing could be stored.");
        }
    }

    private static void requirePresent(String field, @Nullable Object value) {
        if (value == null) {
            throw new InvalidInput("missing", field, "Fill in this field.");
        }
    }

    private static void requireSome(String field, int count) {
        if (count == 0) {
            throw new InvalidInput("missing", field, "Choose at least one.");
        }
    }
}
