package no.tillit.document.anonymised.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import no.tillit.document.internal.Document;
import no.tillit.document.internal.Documents;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.erasure.Reach;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.retention.RetentionDecision;
import no.tillit.retention.RetentionReason;
import no.tillit.storage.StoredBlob;

/**
 * What was released as anonymised stays when a whole project goes: the preview and the certificate count it, and looking again finds
 * whether something of it still leads to somebody (O-09).
 */
@ApplicationScoped
public class KeepingReleased implements ErasureStep {
    @Inject
    private Materials materials;

    @Inject
    private Documents documents;

    @Override
    public String kind() {
        return "anonymised-material";
    }

    @Override
    public int order() {
        return 95;
    }

    @Override
    public Stream<ErasureItem> inventory(ErasureScope scope) {
        return scope.participant() == null ? materials.released(scope.project()).map(this::item) : Stream.empty();
    }

    private ErasureItem item(Material released) {
        Document file =
                documents.find(Objects.requireNonNull(released.document())).orElseThrow(NotFound::new);
        StoredBlob text = file.text();
        var since =
                Objects.requireNonNull(released.decidedAt()).atZone(Clock.ZONE).toLocalDate();
        return new ErasureItem(
                kind(),
                released.id().value(),
                null,
                text == null ? 1 : 2,
                file.original().ciphertextLength() + (text == null ? 0 : text.ciphertextLength()),
                new RetentionDecision.Retain(RetentionReason.ANONYMISED, since),
                Reach.OWN,
                HexFormat.of().formatHex(file.original().sha256()));
    }

    /** Nothing of it is ever erased by a deletion. */
    @Override
    public boolean erase(ErasureItem item) {
        return false;
    }

    /** Nothing, when all that stays is about nobody; otherwise more than may stay, so that nothing is certified. */
    @Override
    public long remaining(ErasureScope scope) {
        if (scope.participant() != null || materials.leadingToSomebody(scope.project()) == 0) {
            return 0;
        }
        return Long.MAX_VALUE;
    }
}
