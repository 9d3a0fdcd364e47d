package no.tillit.document.internal;

import static no.tillit.testing.DocumentHouse.blobsIn;
import static no.tillit.testing.DocumentHouse.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.document.DocumentFilter;
import no.tillit.document.DocumentSort;
import no.tillit.document.DocumentState;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureDecided;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.Purpose;
import no.tillit.participant.internal.BlockingForErasure;
import no.tillit.testing.AProject;
import no.tillit.testing.files.SampleFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A document that is kept, to its erasure")
class KeptDocumentTest extends FollowedUp {
    @Test
    @DisplayName("is closed with the withdrawal, and after the end of processing")
    void closed() {
        DocumentSummary kept = attach(DocumentType.CASE_DOCUMENT, file("b.txt", SampleFiles.bytes("txt")));
        house.on(AProject.ENDS.plusDays(1));
        assertThatThrownBy(() -> house.doing(() -> reading().content(kept.id(), Purpose.FOLLOW_UP)))
                .isInstanceOf(RecordClosed.class);
        house.on(TODAY.plusDays(3));
        house.doing(() -> house.the(WithdrawingConsent.class).withdraw(form.id(), Set.of(), Purpose.FOLLOW_UP));
        assertThatThrownBy(() -> house.doing(() -> reading().content(kept.id(), Purpose.FOLLOW_UP)))
                .isInstanceOf(RecordClosed.class);
        assertThatThrownBy(() -> house.doing(() -> reading().text(kept.id(), Purpose.FOLLOW_UP)))
                .isInstanceOf(RecordClosed.class);
        DocumentSummary closed = all(Purpose.FOLLOW_UP).items().get(0);
        assertThat(closed.state()).isEqualTo(DocumentState.RESTRICTED);
        assertThat(closed.fileName()).isNull();
        assertThatThrownBy(() -> attach(DocumentType.CASE_DOCUMENT, file("c.txt", SampleFiles.bytes("txt"))))
                .isInstanceOf(RecordClosed.class);
    }

    @Test
    @DisplayName("is neither read nor named once the deletion of somebody it is about is approved")
    void erasureDecided() {
        DocumentSummary kept = attach(DocumentType.CASE_DOCUMENT, file("b.txt", SampleFiles.bytes("txt")));
        house.does(() -> house.the(BlockingForErasure.class).onDecision(new ErasureDecided(project.id(), someone)));
        assertThatThrownBy(() -> house.doing(() -> reading().content(kept.id(), Purpose.FOLLOW_UP)))
                .isInstanceOf(RecordClosed.class);
        assertThat(all(Purpose.FOLLOW_UP).items().get(0).fileName()).isNull();
    }

    @Test
    @DisplayName("is seen to exist, but not read, by who has no need for what it says; others do not find it")
    void needToKnow() {
        DocumentSummary kept = attach(DocumentType.CASE_DOCUMENT, file("b.txt", SampleFiles.bytes("txt")));
        house.as("marit", Role.PRIVACY_OFFICER);
        assertThat(all(Purpose.DATA_PROTECTION).items().get(0).fileName()).isNull();
        assertThat(house.doing(() -> reading().open(kept.id(), Purpose.DATA_PROTECTION)))
                .satisfies(d -> {
                    assertThat(d.readable()).isFalse();
                    assertThat(d.hasText()).isTrue();
                    assertThat(d.disposalDate()).isEqualTo(AProject.ENDS);
                });
        assertThatThrownBy(() -> house.doing(() -> reading().content(kept.id(), Purpose.DATA_PROTECTION)))
                .isInstanceOf(NotFound.class);
        house.as("ingrid", Role.RESEARCHER);
        assertThat(all(Purpose.RESEARCH).items().get(0).fileName()).isNull();
        assertThatThrownBy(() -> house.doing(() -> reading().content(kept.id(), Purpose.RESEARCH)))
                .isInstanceOf(NotFound.class);
        house.as("oyvind", Role.RESEARCHER);
        assertThatThrownBy(() -> house.doing(() -> reading().open(kept.id(), Purpose.RESEARCH)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("the list is filtered, sorted and cut by the database")
    void list() {
        attach(DocumentType.CASE_DOCUMENT, file("b.txt", SampleFiles.bytes("txt")));
        DocumentSummary plan = attach(DocumentType.RELEASE_PLAN, file("p.pdf", SampleFiles.bytes("pdf")));
        String pseudonym = plan.pseudonyms().get(0);
        assertThat(page(new DocumentFilter(DocumentType.RELEASE_PLAN, null, null, null, null)))
                .containsExactly(plan);
        assertThat(page(new DocumentFilter(null, null, pseudonym.toLowerCase(), null, null)))
                .hasSize(2);
        assertThat(page(new DocumentFilter(null, null, "%", null, null))).isEmpty();
        assertThat(page(new DocumentFilter(null, DocumentState.RESTRICTED, null, null, null)))
                .isEmpty();
        assertThat(page(new DocumentFilter(null, null, null, someone.value(), someone)))
                .hasSize(2);
        for (DocumentSort sort : DocumentSort.values()) {
            assertThat(DocumentSort.named(sort.parameter())).isEqualTo(sort);
            Page<DocumentSummary> page = house.doing(() ->
                    reading().page(project.id(), DocumentFilter.ALL, sort, new PageRequest(1, 1), Purpose.FOLLOW_UP));
            assertThat(page.total()).isEqualTo(2);
            assertThat(page.items()).hasSize(1);
        }
    }

    @Test
    @DisplayName("goes with its blobs; a decision stays under archive law")
    void erasure() {
        DocumentSummary plan = attach(DocumentType.RELEASE_PLAN, file("p.pdf", SampleFiles.bytes("pdf")));
        DocumentSummary decision = attach(DocumentType.CASE_DECISION, file("v.pdf", SampleFiles.bytes("pdf")));
        var whole = new ErasureScope(project.id(), someone, DeletionCause.WITHDRAWAL, Set.of(), TODAY, TODAY);
        var items = inventory(whole);
        assertThat(items)
                .extracting(ErasureItem::record)
                .containsExactlyInAnyOrder(plan.id().value(), decision.id().value());
        ErasureItem goes =
                items.stream().filter(i -> i.decision().erases()).findFirst().orElseThrow();
        assertThat(goes.record()).isEqualTo(plan.id().value());
        assertThat(goes.count()).isEqualTo(2);
        assertThat(goes.bytes()).isGreaterThan(SampleFiles.bytes("pdf").length);
        assertThat(erasing(goes)).isTrue();
        assertThat(erasing(goes)).isFalse();
        assertThat(house.doing(() -> house.the(ErasingDocuments.class).remaining(whole)))
                .isEqualTo(1);
        assertThat(blobsIn(blobs)).isEqualTo(2);
        var partly =
                new ErasureScope(project.id(), someone, DeletionCause.WITHDRAWAL, Set.of("follow-up"), TODAY, TODAY);
        assertThat(inventory(partly)).isEmpty();
        var ended = new ErasureScope(
                project.id(),
                null,
                DeletionCause.END_OF_PROCESSING,
                Set.of(),
                AProject.ENDS,
                AProject.ENDS.plusDays(1));
        assertThat(inventory(ended)).singleElement().satisfies(i -> {
            assertThat(i.participant()).isEqualTo(someone);
            assertThat(i.decision().erases()).isFalse();
        });
        assertThat(house.doing(() -> house.the(ErasingDocuments.class).remaining(ended)))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("its blobs are known to the sweeper")
    void known() {
        attach(DocumentType.RELEASE_PLAN, file("p.pdf", SampleFiles.bytes("pdf")));
        var documents = house.the(Documents.class);
        house.does(() -> {
            Document kept =
                    documents.find(all(Purpose.FOLLOW_UP).items().get(0).id()).orElseThrow();
            assertThat(documents.isBlobKnown(kept.original().id())).isTrue();
            assertThat(documents.isBlobKnown(Objects.requireNonNull(kept.text()).id()))
                    .isTrue();
            assertThat(documents.isBlobKnown(new no.tillit.storage.BlobId(java.util.UUID.randomUUID())))
                    .isFalse();
            boolean[] ran = {false};
            house.the(SweepLock.class).runAlone(() -> ran[0] = true);
            assertThat(ran[0]).isTrue();
        });
    }

    private List<DocumentSummary> page(DocumentFilter filter) {
        return house.doing(() -> reading()
                        .page(project.id(), filter, DocumentSort.RECEIVED, new PageRequest(0, 50), Purpose.FOLLOW_UP))
                .items();
    }

    private List<ErasureItem> inventory(ErasureScope scope) {
        return house.doing(() -> {
            try (var items = house.the(ErasingDocuments.class).inventory(scope)) {
                return items.toList();
            }
        });
    }

    private boolean erasing(ErasureItem item) {
        return house.doing(() -> house.the(ErasingDocuments.class).erase(item));
    }
}
