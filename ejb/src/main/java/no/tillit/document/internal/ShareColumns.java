package no.tillit.document.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.WrappedShare;
import org.jspecify.annotations.Nullable;

/** One subject's share of a document's key; a participant's stands with the pseudonym, by which lists search. */
@Embeddable
public class ShareColumns {
    @Column(name = "subject_id")
    private UUID subject;

    @Column(name = "pseudonym")
    private @Nullable String pseudonym;

    @Column(name = "wrapped")
    private byte[] wrapped;

    @SuppressWarnings("NullAway.Init")
    protected ShareColumns() {}

    ShareColumns(WrappedShare share, @Nullable String pseudonym) {
        this.subject = share.subject().value();
        this.pseudonym = pseudonym;
        this.wrapped = share.wrapped();
    }

    UUID subject() {
        return subject;
    }

    @Nullable
    String pseudonym() {
        return pseudonym;
    }

    WrappedShare toWrappedShare() {
        return new WrappedShare(new SubjectId(subject), wrapped);
    }
}
