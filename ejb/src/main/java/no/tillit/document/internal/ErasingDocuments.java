package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.consent.ConsentItem;
import no.tillit.document.AttachedTo;
import no.tillit.document.DocumentType;
import no.tillit.document.internal.ErasableDocuments.Line;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.erasure.Reach;
import no.tillit.kernel.ParticipantId;
import no.tillit.storage.EncryptedBlobs;
import org.jspecify.annotations.Nullable;

/**
 * A document goes with both its blobs before its row; what archive law binds is reported and stays (O-21, O-22).
 *
 * <p>When only some items were withdrawn, what the withdrawal closed goes; what came in under a newer consent stays (O-06).
 *
 * <p>What several people said together ends for all of them when one is erased: it takes every one's key (O-13).
 */
@ApplicationScoped
public class ErasingDocuments implements ErasureStep {
    @Inject
    private ErasableDocuments erasable;

    @Inject
    private EncryptedBlobs blobs;

    @Override
    public String kind() {
        return "document";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Stream<ErasureItem> inventory(ErasureScope scope) {
        List<DocumentType> types = covered(scope);
        return types.isEmpty() ? Stream.empty() : erasable.in(scope, types).map(line -> item(line, scope));
    }

    @Override
    public Stream<ErasureItem> among(ErasureScope scope, Collection<UUID> records) {
        return erasable.among(scope, records).stream().map(line -> item(line, scope));
    }

    @Override
    public boolean erase(ErasureItem item) {
        return !eraseAll(List.of(item)).isEmpty();
    }

    @Override
    public Set<ErasureItem> eraseAll(List<ErasureItem> items) {
        UUID[] records = ErasureItem.records(items);
        blobs.deleteAll(erasable.blobs(records));
        return ErasureItem.of(items, erasable.remove(records));
    }

    @Override
    public long remaining(ErasureScope scope) {
        List<DocumentType> types = covered(scope);
        return types.isEmpty() ? 0 : erasable.count(scope, types);
    }

    /** The kinds that a deletion is about: all of them, or those that rest on the items withdrawn. */
    static List<DocumentType> covered(ErasureScope scope) {
        return Arrays.stream(DocumentType.values())
                .filter(type -> type.attachedTo() != AttachedTo.MATERIAL)
                .filter(type -> scope.isWhole() || isCovered(type.restsOn(), scope))
                .toList();
    }

    private static boolean isCovered(@Nullable ConsentItem item, ErasureScope scope) {
        return item != null && scope.covers(item.code());
    }

    private ErasureItem item(Line line, ErasureScope scope) {
        Long text = line.textBytes();
        return new ErasureItem(
                kind(),
                line.id(),
                participant(line, scope),
                text == null ? 1 : 2,
                line.originalBytes() + (text == null ? 0 : text),
                scope.decide(line.type().isBoundByArchiveLaw()),
                reach(line),
                HexFormat.of().formatHex(line.sha256()));
    }

    private static @Nullable ParticipantId participant(Line line, ErasureScope scope) {
        if (scope.participant() != null) {
            return scope.participant();
        }
        return line.subject() == null || line.subject().equals(scope.project().value())
                ? null
                : new ParticipantId(line.subject());
    }

    private static Reach reach(Line line) {
        if (line.shares() < 2) {
            return Reach.OWN;
        }
        return line.type() == DocumentType.AUDIO_RECORDING ? Reach.GROUP_RECORDING : Reach.GROUP_TRANSCRIPT;
    }
}
