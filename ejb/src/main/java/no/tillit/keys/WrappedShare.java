package no.tillit.keys;

import java.util.Arrays;
import no.tillit.kernel.SubjectId;

/** One subject's share of a document key, wrapped under the subject's key; kept beside the document's row. */
public record WrappedShare(SubjectId subject, byte[] wrapped) {
    public WrappedShare {
        wrapped = wrapped.clone();
    }

    @Override
    public byte[] wrapped() {
        return wrapped.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrappedShare that
                && subject.equals(that.subject)
                && Arrays.equals(wrapped, that.wrapped);
    }

    @Override
    public int hashCode() {
        return 31 * subject.hashCode() + Arrays.hashCode(wrapped);
    }

    @Override
    public String toString() {
        return "WrappedShare[redacted]";
    }
}
