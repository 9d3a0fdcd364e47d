package no.tillit.retention;

import java.time.LocalDate;
import java.util.regex.Pattern;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PlainText;
import no.tillit.retention.Schedule.Words;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a schedule to say from now on.
 *
 * @param code kebab case, at most 60 characters; the schedule that has it gets a new version
 * @param inForce false to take the schedule out of force
 */
public record NewSchedule(
        String code,
        RecordKind covers,
        RetentionEvent starts,
        @Nullable LocalDate startsOn,
        RetentionPeriod period,
        DisposalDecision disposal,
        String authority,
        Words words,
        boolean inForce) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /**
     * Checks what was typed or sent.
     *
     * @throws InvalidInput when something is missing or does not fit
     */
    @SuppressWarnings("NullAway")
    public NewSchedule {
        if (code == null || code.length() > 60 || !CODE.matcher(code).matches()) {
            throw new InvalidInput(
                    "schedule-code-malformed", "code", "A schedule's name has lower case letters, digits and hyphens.");
        }
        requirePresent("covers", covers);
        requirePresent("starts", starts);
        requirePresent("period", period);
        requirePresent("disposal", disposal);
        requirePresent("words", words);
        if (!starts.startsSchedules()) {
            throw new InvalidInput("event-starts-nothing", "starts", "No schedule begins with this.");
        }
        if ((starts == RetentionEvent.DATE) != (startsOn != null)) {
            throw new InvalidInput(
                    "start-date-unfit", "startsOn", "Name the day when, and only when, a day starts it.");
        }
        if (disposal == DisposalDecision.PRESERVE && !covers.isCaseRecord()) {
            throw new InvalidInput(
                    "preserve-only-case-records",
                    "disposal",
                    "Archive law preserves case records. What rests on consent or an approval cannot be preserved.");
        }
        authority = PlainText.required("authority", authority, 200);
        words = new Words(
                PlainText.required("nb", words.nb(), 300),
                PlainText.required("nn", words.nn(), 300),
                PlainText.required("en", words.en(), 300));
    }

    private static void requirePresent(String field, @Nullable Object value) {
        if (value == null) {
            throw new InvalidInput("missing", field, "Fill in this field.");
        }
    }
}
