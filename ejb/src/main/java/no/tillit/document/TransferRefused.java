package no.tillit.document;

import no.tillit.kernel.Refusal;

/** A file does not come or go now because of how many are on their way, or how slowly it moves. Nothing was kept. */
public class TransferRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private TransferRefused(Kind kind, String code, String message) {
        super(code, message);
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** The caller has as many files on their way as one person may have. */
    public static TransferRefused tooManyOfYours() {
        return new TransferRefused(
                Kind.TOO_MANY,
                "too-many-transfers",
                "You have as many files on their way as one person may have. Wait until one has arrived.");
    }

    /** As many files are on their way as the installation takes. */
    public static TransferRefused tooManyInAll() {
        return new TransferRefused(
                Kind.UNAVAILABLE,
                "transfers-busy",
                "As many files are on their way as can be at a time. Try again in a little while.");
    }

    /** It moves so slowly that it is taken for one that stands still. */
    public static TransferRefused tooSlow() {
        return new TransferRefused(
                Kind.TIMED_OUT, "transfer-too-slow", "The file all but stood still on its way. Nothing was kept.");
    }
}
