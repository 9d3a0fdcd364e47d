package no.tillit.erasure;

import java.time.LocalDate;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A participant's own request to be erased (GDPR Art 17). It is answered within a month of its receipt, whatever the answer is (Art
 * 12(3)).
 *
 * @param receivedOn the day on which it reached the organisation
 * @param receivedBy user name of who received it
 * @param answerBy the last day for the answer: a month after the receipt, or three when it was extended
 * @param extendedOn the day on which the participant was told that it takes two months more; null when it was not extended
 * @param extensionReason why; null when it was not extended
 * @param answeredOn the day on which the participant was told what was done; null until then
 * @param answeredBy user name of who said so; null until then
 */
public record ErasureRequest(
        LocalDate receivedOn,
        String receivedBy,
        LocalDate answerBy,
        @Nullable LocalDate extendedOn,
        @Nullable ExtensionReason extensionReason,
        @Nullable LocalDate answeredOn,
        @Nullable String answeredBy) {
    /** With the last day for the answer: a month after the receipt, or the last day of a month that is shorter. */
    public ErasureRequest(
            LocalDate receivedOn, String receivedBy, @Nullable LocalDate answeredOn, @Nullable String answeredBy) {
        this(receivedOn, receivedBy, receivedOn.plusMonths(1), null, null, answeredOn, answeredBy);
    }

    /** The same with two months more, of which the participant was told on this day. */
    public ErasureRequest extended(LocalDate toldOn, ExtensionReason reason) {
        return new ErasureRequest(
                receivedOn, receivedBy, receivedOn.plusMonths(3), toldOn, reason, answeredOn, answeredBy);
    }

    /** @throws InvalidInput when the day is missing, or who received it is no user name */
    public static ErasureRequest of(@Nullable LocalDate receivedOn, @Nullable String receivedBy, String recordedBy) {
        if (receivedOn == null) {
            throw new InvalidInput("missing", "receivedOn", "Say on which day the request was received.");
        }
        String by = receivedBy == null || receivedBy.isBlank() ? recordedBy : receivedBy.strip();
        if (!by.matches("[A-Za-z0-9._@-]{1,100}")) {
            throw new InvalidInput("not-a-username", "receivedBy", "Give the user name of who received the request.");
        }
        return new ErasureRequest(receivedOn, by, null, null);
    }

    public boolean isExtended() {
        return extendedOn != null;
    }

    public boolean isAnswered() {
        return answeredOn != null;
    }
}
