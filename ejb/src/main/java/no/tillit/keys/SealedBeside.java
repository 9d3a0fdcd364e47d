package no.tillit.keys;

import no.tillit.kernel.SubjectId;

/**
 * A field about one of a new document's subjects, such as its file name, that is sealed while the subject's key is open
 * anyway.
 *
 * @param owner one of the document's subjects
 */
public record SealedBeside(SubjectId owner, FieldContext place, String text) {
    @Override
    public String toString() {
        return "SealedBeside[redacted]";
    }
}
