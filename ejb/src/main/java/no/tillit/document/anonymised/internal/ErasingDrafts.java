package no.tillit.document.anonymised.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import no.tillit.document.DocumentId;
import no.tillit.document.anonymised.MaterialId;
import no.tillit.document.internal.Document;
import no.tillit.document.internal.Documents;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.erasure.ErasureStep;
import no.tillit.erasure.Reach;
import no.tillit.keys.SubjectKeys;
import no.tillit.storage.StoredBlob;

/**
 * What was put forward and not released is personal data of everybody it was made from, and goes with the first of them. Its key is its
 * own, so it is destroyed here, before the bytes.
 */
@ApplicationScoped
public class ErasingDrafts implements ErasureStep {
    @Inject
    private Materials materials;

    @Inject
    private Documents documents;

    @Inject
    private Drafts drafts;

    @Inject
    private VanishedDrafts vanished;

    @Inject
    private SubjectKeys keys;

    @Override
    public String kind() {
        return "anonymised-draft";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Stream<ErasureItem> inventory(ErasureScope scope) {
        return isReached(scope) ? materials.drafts(scope).map(draft -> item(draft, scope)) : Stream.empty();
    }

    private static boolean isReached(ErasureScope scope) {
        return Drafts.restOn(scope.withdrawnItems());
    }

    private ErasureItem item(Material draft, ErasureScope scope) {
        DocumentId id = draft.document();
        Document file = id == null ? null : documents.find(id).orElse(null);
        StoredBlob text = file == null ? null : file.text();
        return new ErasureItem(
                kind(),
                draft.id().value(),
                scope.participant(),
                text == null ? 1 : 2,
                (file == null ? 0 : file.original().ciphertextLength()) + (text == null ? 0 : text.ciphertextLength()),
                scope.decide(false),
                Reach.OWN,
                file == null ? null : HexFormat.of().formatHex(file.original().sha256()));
    }

    /** The person's key does not open it, so the register names it by itself. */
    @Override
    public boolean mayLieElsewhere() {
        return true;
    }

    /**
     * What was released since is about nobody any more. Its author is told, unless it went with the whole project, or was told when
     * somebody's withdrawal closed it.
     */
    @Override
    public boolean erase(ErasureItem item) {
        MaterialId id = new MaterialId(item.record());
        Material draft = materials.hold(id).orElse(null);
        if (draft != null && !draft.state().isDraft()) {
            return false;
        }
        keys.destroyAll(List.of(id.keyOwner()));
        if (draft == null) {
            return false;
        }
        if (item.participant() != null && !drafts.isClosed(draft)) {
            vanished.add(draft);
        }
        drafts.removeFile(draft);
        materials.remove(draft);
        return true;
    }

    @Override
    public long remaining(ErasureScope scope) {
        return isReached(scope) ? materials.countDrafts(scope) : 0;
    }
}
