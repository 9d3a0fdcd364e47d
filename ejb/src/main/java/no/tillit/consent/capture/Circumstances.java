package no.tillit.consent.capture;

import no.tillit.consent.CaptureMethod;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What there was besides the answers.
 *
 * @param signature on screen; null otherwise
 * @param present who was there besides the person, in words: a name, a role; at most 200 characters
 * @param reason why somebody else filled in; at most 500 characters
 * @param recording which recording has it, and where in it; at most 200 characters
 */
public record Circumstances(
        @Nullable Signature signature,
        @Nullable String present,
        @Nullable String reason,
        @Nullable String recording) {
    public Circumstances {
        present = PlainText.optional("present", present, 200);
        reason = PlainText.optional("reason", reason, 500);
        recording = PlainText.optional("recording", recording, 200);
    }

    /** On screen, signed so. */
    public static Circumstances onScreen(Signature signature, @Nullable String present) {
        return new Circumstances(signature, present, null, null);
    }

    /** By word of mouth. */
    public static Circumstances spoken(String recording, String present) {
        return new Circumstances(null, present, null, recording);
    }

    /** Filled in by somebody else. */
    public static Circumstances onBehalf(String reason, String present) {
        return new Circumstances(null, present, reason, null);
    }

    /** @throws InvalidInput when something is missing that this way needs, or there is something that means nothing for it */
    void requireFor(CaptureMethod method) {
        switch (method) {
            case PAPER ->
                throw new InvalidInput("paper-not-captured", "method", "A form on paper is recorded, not captured.");
            case SCREEN -> {
                require("signature", signature);
                if (signature != null && signature.kind() == Signature.Kind.ATTESTED) {
                    require("present", present);
                }
                refuse("reason", reason);
                refuse("recording", recording);
            }
            case SPOKEN -> {
                require("recording", recording);
                require("present", present);
                refuse("signature", signature);
                refuse("reason", reason);
            }
            case ON_BEHALF -> {
                require("reason", reason);
                require("present", present);
                refuse("signature", signature);
                refuse("recording", recording);
            }
        }
    }

    private static void require(String field, @Nullable Object value) {
        if (value == null) {
            throw new InvalidInput("missing", field, "Fill in this field.");
        }
    }

    private static void refuse(String field, @Nullable Object value) {
        if (value != null) {
            throw new InvalidInput(
                    "not-for-this-method", field, "This means nothing for this way of taking down a consent.");
        }
    }

    @Override
    public String toString() {
        return "Circumstances[withheld]";
    }
}
