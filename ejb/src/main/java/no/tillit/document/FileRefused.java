package no.tillit.document;

import java.util.Set;
import java.util.stream.Collectors;
import no.tillit.kernel.Refusal;

/** The file is not one that can be kept here; nothing of it has been stored. */
public class FileRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private FileRefused(Kind kind, String code, String message) {
        super(code, message);
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** The name promises a format that this document type does not take. */
    public static FileRefused typeNotAllowed(Set<FileFormat> allowed) {
        String names = allowed.stream()
                .flatMap(f -> f.extensions().stream())
                .sorted()
                .map(e -> "." + e)
                .collect(Collectors.joining(", "));
        return new FileRefused(
                Kind.UNSUPPORTED, "type-not-allowed", "A file for this document type ends in one of: " + names + ".");
    }

    /** The bytes are of another format than the name promises. */
    public static FileRefused typeMismatch() {
        return new FileRefused(
                Kind.UNSUPPORTED,
                "type-mismatch",
                "The file is not what its name says. Save it again in the right format and send that.");
    }

    public static FileRefused empty() {
        return new FileRefused(Kind.INVALID, "empty-file", "The file is empty.");
    }

    public static FileRefused tooLarge(long limit) {
        return new FileRefused(
                Kind.TOO_LARGE, "file-too-large", "The file is larger than the limit of " + limit + " bytes.");
    }

    public static FileRefused encrypted() {
        return new FileRefused(
                Kind.INVALID,
                "encrypted-file",
                "The file is protected by a password. Remove the password and send it again.");
    }

    public static FileRefused damaged() {
        return new FileRefused(
                Kind.INVALID,
                "damaged-file",
                "The file is damaged or incomplete. Open it, save it anew and send that.");
    }

    /** The client said how much would come, or that more would come, and it did not. */
    public static FileRefused cutShort() {
        return new FileRefused(Kind.INVALID, "body-incomplete", "The file did not arrive whole. Send it again.");
    }
}
