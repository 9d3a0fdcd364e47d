package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.tillit.access.Access;
import no.tillit.access.RecordState;
import no.tillit.consent.ConsentItem;
import no.tillit.document.AttachedTo;
import no.tillit.document.DocumentDetails;
import no.tillit.document.DocumentState;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.ParticipantRef;
import no.tillit.participant.ParticipantState;
import no.tillit.participant.Participants;
import no.tillit.project.Approvals;
import no.tillit.project.LegalBasis;
import no.tillit.retention.Fate;
import no.tillit.retention.Fates;
import no.tillit.retention.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees of a document in a list: its name only with a need for what it says, while that is open, and while
 * nobody it is about is blocked.
 */
@ApplicationScoped
public class Summaries {
    @Inject
    private Access access;

    @Inject
    private Approvals approvals;

    @Inject
    private Participants participants;

    @Inject
    private Fates fates;

    @Inject
    private NameCipher names;

    /** In a transaction, its own if there is none: outside one the database shows nothing. */
    @Transactional
    public DocumentSummary of(Document document) {
        return of(document.project(), List.of(document)).get(0);
    }

    /** Of a document that the caller has just sent under this name, while all that must be asked was asked. */
    DocumentSummary ofReceived(Document document, String name) {
        boolean named =
                access.ownPurpose(document.type().reading(), document.project()).isPresent();
        return summary(document, named ? name : null);
    }

    /** Of documents of one project; named to whoever may read them as they stand. */
    public List<DocumentSummary> of(ProjectId project, List<Document> documents) {
        Set<ParticipantId> blocked = blockedAmong(documents);
        Map<DocumentType, Map<RecordState, Boolean>> readable = new EnumMap<>(DocumentType.class);
        return documents.stream()
                .map(document -> {
                    boolean named = readable.computeIfAbsent(document.type(), t -> new EnumMap<>(RecordState.class))
                            .computeIfAbsent(
                                    stateOf(document, blocked),
                                    state -> access.may(document.type().reading(), project, state));
                    return summary(document, named ? names.nameOf(document) : null);
                })
                .toList();
    }

    private RecordState stateOf(Document document, Set<ParticipantId> blocked) {
        if (document.state() == DocumentState.RESTRICTED
                || (document.state() == DocumentState.PUT_FORWARD && approvals.isOver(document.project()))) {
            return RecordState.RESTRICTED;
        }
        return Collections.disjoint(document.about(), blocked) ? RecordState.OPEN : RecordState.BLOCKED;
    }

    private Set<ParticipantId> blockedAmong(List<Document> documents) {
        Set<ParticipantId> about =
                documents.stream().flatMap(d -> d.about().stream()).collect(Collectors.toSet());
        return participants.refs(about).values().stream()
                .filter(someone -> someone.state() == ParticipantState.BLOCKED)
                .map(ParticipantRef::id)
                .collect(Collectors.toSet());
    }

    /** What is known of a document besides what it says. */
    public DocumentDetails detailsOf(Document document) {
        DocumentSummary summary = of(document);
        Fate fate = fateOf(document);
        return new DocumentDetails(
                summary,
                summary.fileName() != null,
                document.text() != null,
                document.textCut(),
                document.pages(),
                document.seconds(),
                document.restrictedAt(),
                basisOf(document),
                lastDay(document, fate),
                fate);
    }

    /** Material is no kind that a schedule covers: a draft goes at the project's end, and what is released stays. */
    private @Nullable Fate fateOf(Document document) {
        return document.type().attachedTo() == AttachedTo.MATERIAL
                ? null
                : fates.of(
                                document.project(),
                                RecordKind.valueOf(document.type().name()),
                                document.id().value())
                        .orElse(null);
    }

    private @Nullable LocalDate lastDay(Document document, @Nullable Fate fate) {
        if (isReleased(document) || document.type().isBoundByArchiveLaw() || (fate != null && fate.isPreserved())) {
            return null;
        }
        return fate == null || fate.dueOn() == null
                ? approvals.endsOn(document.project())
                : fate.dueOn().minusDays(1);
    }

    /** What rests on no item rests on law: a decision, and the proof of consent (GDPR Art 7(1)). */
    private @Nullable LegalBasis basisOf(Document document) {
        if (document.type().attachedTo() == AttachedTo.MATERIAL) {
            return null;
        }
        ConsentItem item = document.type().restsOn();
        if (item == null) {
            return LegalBasis.LEGAL_OBLIGATION;
        }
        return participants.refs(document.about()).values().stream()
                .map(ParticipantRef::legalBasis)
                .filter(item::mayRestOn)
                .findFirst()
                .orElse(LegalBasis.CONSENT);
    }

    private static boolean isReleased(Document document) {
        return document.type().attachedTo() == AttachedTo.MATERIAL && document.state() == DocumentState.AVAILABLE;
    }

    private static DocumentSummary summary(Document document, @Nullable String name) {
        return new DocumentSummary(
                document.id(),
                document.project(),
                document.type(),
                document.format(),
                document.state(),
                document.attachedTo(),
                document.pseudonyms(),
                name,
                document.original().plaintextLength(),
                document.receivedAt(),
                document.receivedBy());
    }
}
