package no.tillit.document.anonymised.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.tillit.access.RecordState;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentWithdrawn;
import no.tillit.document.AttachedTo;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentReceived;
import no.tillit.document.DocumentState;
import no.tillit.document.anonymised.MaterialId;
import no.tillit.document.internal.Document;
import no.tillit.document.internal.Documents;
import no.tillit.document.internal.MaterialStanding;
import no.tillit.document.internal.RemovingDocument;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.participant.Participants;
import org.jspecify.annotations.Nullable;

/** The files of drafts: open as long as everybody they were made from is, and gone with them. */
@ApplicationScoped
public class Drafts implements MaterialStanding {
    /** What is said and written in conversations and cases rests on these: so does what is made from it. */
    private static final Set<ConsentItem> BENEATH = Set.of(ConsentItem.INTERVIEW, ConsentItem.FOLLOW_UP);

    @Inject
    private Materials materials;

    @Inject
    private Documents documents;

    @Inject
    private VanishedDrafts vanished;

    @Inject
    private RemovingDocument removing;

    @Inject
    private LookingThrough looking;

    @Inject
    private Participants participants;

    /** Material knows its file from the moment the file is kept; one that points to somebody is not kept. */
    public void onReceived(@Observes DocumentReceived received) {
        if (received.type().attachedTo() != AttachedTo.MATERIAL) {
            return;
        }
        Material material =
                materials.hold(new MaterialId(received.attachedTo())).orElseThrow(NotFound::new);
        material.fileReceived(received.document());
        looking.through(material, Objects.requireNonNull(received.words()));
        documents.find(received.document()).orElseThrow(NotFound::new).become(DocumentState.PUT_FORWARD, null);
        materials.flush();
    }

    /** In the transaction of the withdrawal: what was made from the person's data is closed with the data itself (O-06), and its author told. */
    public void onWithdrawal(@Observes ConsentWithdrawn withdrawn) {
        if (!withdrawn.whole() && withdrawn.items().stream().noneMatch(BENEATH::contains)) {
            return;
        }
        var before = withdrawn.upTo().plusDays(1).atStartOfDay(Clock.ZONE).toInstant();
        for (Material seen : materials.draftsOf(withdrawn.project(), withdrawn.participant(), before)) {
            Material draft = materials
                    .hold(seen.id())
                    .filter(held -> held.state().isDraft())
                    .orElse(null);
            if (draft == null) {
                continue;
            }
            vanished.add(draft);
            file(draft)
                    .ifPresentOrElse(
                            file -> file.become(DocumentState.RESTRICTED, withdrawn.at()),
                            () -> materials.remove(draft));
        }
        materials.flush();
    }

    /**
     * Nobody it was made from withdraws or is blocked until the transaction ends. To be called before the material itself is held, as a
     * withdrawal has its person before it comes to what was made from them.
     */
    public void keepSourcesStill(MaterialId id) {
        materials.find(id).ifPresent(material -> participants.stateForUse(material.sources()));
    }

    /** Whether a withdrawal has closed it already. */
    boolean isClosed(Material draft) {
        return file(draft)
                .filter(file -> file.state() == DocumentState.RESTRICTED)
                .isPresent();
    }

    /** Whether a withdrawal of these items, in kebab case, reaches drafts. */
    static boolean restOn(Set<String> items) {
        return items.isEmpty() || BENEATH.stream().map(ConsentItem::code).anyMatch(items::contains);
    }

    /** How a draft stands: as those it was made from do. */
    public RecordState standing(Material draft) {
        if (isClosed(draft)) {
            return RecordState.RESTRICTED;
        }
        return participants.stateForUse(draft.sources());
    }

    @Override
    public RecordState of(Document file) {
        return switch (file.state()) {
            case AVAILABLE -> RecordState.OPEN;
            case RESTRICTED -> RecordState.RESTRICTED;
            case PUT_FORWARD ->
                materials
                        .find(new MaterialId(file.attachedTo()))
                        .map(this::standing)
                        .orElse(RecordState.ERASED);
        };
    }

    /** Who sent the file; null when there is none. */
    public @Nullable String senderOf(Material material) {
        return file(material).map(Document::receivedBy).orElse(null);
    }

    /** From now on its file is open to whoever may read released material, also after the project's end. */
    public void open(Material released) {
        file(released).orElseThrow(NotFound::new).become(DocumentState.AVAILABLE, null);
        materials.flush();
    }

    /** Erases the file, if it is there. */
    public boolean removeFile(Material material) {
        DocumentId file = material.document();
        material.fileRemoved();
        materials.flush();
        return file != null && removing.remove(file);
    }

    private Optional<Document> file(Material material) {
        DocumentId id = material.document();
        return id == null ? Optional.empty() : documents.find(id);
    }
}
