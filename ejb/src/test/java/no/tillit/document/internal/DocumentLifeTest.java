package no.tillit.document.internal;

import static no.tillit.testing.DocumentHouse.blobsIn;
import static no.tillit.testing.DocumentHouse.consent;
import static no.tillit.testing.DocumentHouse.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.audit.Outcome;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentMissing;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ConsentWithdrawn;
import no.tillit.consent.Consents;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.document.AttachingEvidence;
import no.tillit.document.AttachingToParticipant;
import no.tillit.document.DocumentContent;
import no.tillit.document.DocumentFilter;
import no.tillit.document.DocumentReceived;
import no.tillit.document.DocumentSort;
import no.tillit.document.DocumentState;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.document.FileRefused;
import no.tillit.document.IncomingFile;
import no.tillit.document.ReadingDocuments;
import no.tillit.document.RequestKeyReused;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.ErasureDecided;
import no.tillit.erasure.ErasureItem;
import no.tillit.erasure.ErasureScope;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.participant.internal.BlockingForErasure;
import no.tillit.testing.AProject;
import no.tillit.testing.Contents;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.files.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A document, from its arrival to its erasure")
class DocumentLifeTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private Path blobs;
    private House house;
    private AProject project;
    private ParticipantId someone;
    private ConsentSummary form;

    @BeforeEach
    void somebodyIsFollowedUp(@TempDir Path folder) {
        blobs = folder;
        house = DocumentHouse.in(blobs);
        project = AProject.in(house);
        house.on(TODAY);
        someone = project.aParticipant();
        house.as("jonas", Role.CASEWORKER);
        form = consent(house, someone, TODAY, Purpose.FOLLOW_UP, ConsentItem.FOLLOW_UP);
        house.observing(
                ConsentWithdrawn.class,
                e -> house.the(RestrictingDocuments.class).onWithdrawal(e));
        house.observing(
                DocumentReceived.class, e -> house.the(KeepingEvidence.class).onReceived(e));
        house.audited.clear();
    }

    @Test
    @DisplayName("comes out as it went in, with its text, and lies encrypted on the disk")
    void roundTrip() throws IOException {
        byte[] sent = SampleFiles.bytes("docx");
        DocumentSummary kept = attach(DocumentType.RELEASE_PLAN, file("Plan for Åse.docx", sent));
        assertThat(kept.fileName()).isEqualTo("Plan for Åse.docx");
        assertThat(kept.pseudonyms()).hasSize(1);
        DocumentContent content = house.doing(() -> reading().content(kept.id(), Purpose.FOLLOW_UP));
        assertThat(written(content)).isEqualTo(sent);
        DocumentContent text = house.doing(() -> reading().text(kept.id(), Purpose.FOLLOW_UP));
        assertThat(new String(written(text), StandardCharsets.UTF_8)).contains(SampleFiles.SENTENCE);
        assertThat(blobsIn(blobs)).isEqualTo(2);
        try (var files = Files.walk(blobs)) {
            assertThat(files.filter(Files::isRegularFile).map(DocumentLifeTest::latin))
                    .noneMatch(bytes -> bytes.contains("word/document.xml") || bytes.contains("vaktmesteren"));
        }
        assertThat(house.audited)
                .extracting(e -> e.action(), e -> e.participant(), e -> e.outcome())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("document.received", someone, Outcome.ALLOWED),
                        org.assertj.core.groups.Tuple.tuple("document.content-read", someone, Outcome.ALLOWED),
                        org.assertj.core.groups.Tuple.tuple("document.content-read", someone, Outcome.ALLOWED));
    }

    @Test
    @DisplayName("a range of it is what lies there")
    void range() throws IOException {
        byte[] sent = SampleFiles.bytes("pdf");
        DocumentSummary kept = attach(DocumentType.CASE_DOCUMENT, file("brev.pdf", sent));
        var out = new ByteArrayOutputStream();
        house.doing(() -> reading().content(kept.id(), Purpose.FOLLOW_UP)).writeTo(out, 100, 200);
        assertThat(out.toByteArray()).isEqualTo(java.util.Arrays.copyOfRange(sent, 100, 200));
    }

    @Test
    @DisplayName("leaves nothing behind when it is refused")
    void refused() {
        assertRefused("type-mismatch", DocumentType.CASE_DOCUMENT, file("brev.pdf", SampleFiles.bytes("txt")));
        assertRefused("empty-file", DocumentType.CASE_DOCUMENT, file("brev.txt", new byte[0]));
        assertRefused("encrypted-file", DocumentType.CASE_DOCUMENT, file("brev.pdf", SampleFiles.encryptedPdf()));
        assertRefused("damaged-file", DocumentType.CASE_DOCUMENT, file("brev.pdf", SampleFiles.half("pdf")));
        assertRefused("file-too-large", DocumentType.CASE_DOCUMENT, file("brev.txt", new byte[(1 << 20) + 1]));
        byte[] text = SampleFiles.bytes("txt");
        var longer = OptionalLong.of(text.length + 1);
        assertRefused(
                "body-incomplete",
                DocumentType.CASE_DOCUMENT,
                new IncomingFile(new ByteArrayInputStream(text), longer, "brev.txt", null));
        assertRefused(
                "body-incomplete",
                DocumentType.CASE_DOCUMENT,
                new IncomingFile(endingIn(Contents.failingAfter(0)), longer, "brev.txt", null));
        assertThat(blobsIn(blobs)).isZero();
        assertThat(all(Purpose.FOLLOW_UP).total()).isZero();
    }

    @Test
    @DisplayName("needs the consent it rests on; what rests on law does not")
    void restsOnConsent() {
        house.as("ingrid", Role.RESEARCHER);
        ParticipantId other = project.aParticipant();
        house.as("jonas", Role.CASEWORKER);
        assertThatThrownBy(() -> attachTo(other, DocumentType.CASE_DOCUMENT, file("b.txt", SampleFiles.bytes("txt"))))
                .isInstanceOf(ConsentMissing.class);
        assertThat(house.audited).last().satisfies(e -> assertThat(e.reason()).isEqualTo("consent-missing"));
        attachTo(other, DocumentType.CASE_DECISION, file("vedtak.txt", SampleFiles.bytes("txt")));
    }

    @Test
    @DisplayName("does not hang on what its kind does not belong to")
    void misplaced() {
        house.as("ingrid", Role.RESEARCHER);
        assertThatThrownBy(() -> house.doing(() -> house.the(AttachingToParticipant.class)
                        .attach(
                                someone,
                                DocumentType.TRANSCRIPT,
                                file("b.txt", SampleFiles.bytes("txt")),
                                Purpose.RESEARCH)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("document-type-misplaced"));
    }

    @Test
    @DisplayName("is received once when the request comes again, and not at all when it is another file")
    void idempotent() {
        byte[] sent = SampleFiles.bytes("txt");
        DocumentSummary first = attach(DocumentType.CASE_DOCUMENT, file("b.txt", sent, "key-0001"));
        DocumentSummary again = attach(DocumentType.CASE_DOCUMENT, file("b.txt", sent, "key-0001"));
        assertThat(again).isEqualTo(first);
        assertThatThrownBy(
                        () -> attach(DocumentType.CASE_DOCUMENT, file("b.txt", SampleFiles.bytes("srt"), "key-0001")))
                .isInstanceOf(RequestKeyReused.class);
        assertThat(all(Purpose.FOLLOW_UP).total()).isEqualTo(1);
    }

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
    @DisplayName("is not kept when consent is withdrawn while it comes in")
    void withdrawnMeanwhile() {
        InputStream withdrawing = new InputStream() {
            @Override
            public int read() {
                house.doing(() -> house.the(WithdrawingConsent.class).withdraw(form.id(), Set.of(), Purpose.FOLLOW_UP));
                return -1;
            }
        };
        var body = new IncomingFile(endingIn(withdrawing), OptionalLong.empty(), "b.txt", null);
        assertThatThrownBy(() -> attach(DocumentType.CASE_DOCUMENT, body)).isInstanceOf(RecordClosed.class);
        assertThat(blobsIn(blobs)).isZero();
        assertThat(all(Purpose.FOLLOW_UP).total()).isZero();
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
    @DisplayName("the scan of a form is kept with the consent, once")
    void scan() {
        IncomingFile scan = file("skjema.png", SampleFiles.bytes("png"));
        DocumentSummary kept = house.doing(() -> attaching().attach(form.id(), scan, Purpose.FOLLOW_UP));
        assertThat(house.doing(() -> house.the(Consents.class).ref(form.id()).evidence()))
                .isEqualTo(kept.id().value());
        IncomingFile other = file("skjema.jpg", SampleFiles.bytes("jpg"));
        assertThatThrownBy(() -> house.doing(() -> attaching().attach(form.id(), other, Purpose.FOLLOW_UP)))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo("evidence-attached"));
        assertThat(blobsIn(blobs)).isEqualTo(1);
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

    private DocumentSummary attach(DocumentType type, IncomingFile file) {
        return attachTo(someone, type, file);
    }

    private DocumentSummary attachTo(ParticipantId participant, DocumentType type, IncomingFile file) {
        return house.doing(
                () -> house.the(AttachingToParticipant.class).attach(participant, type, file, Purpose.FOLLOW_UP));
    }

    /** Much text, and then that stream. */
    private static InputStream endingIn(InputStream last) {
        byte[] text = "Vi snakket lenge. ".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(new ByteArrayInputStream(text), last);
    }

    private void assertRefused(String code, DocumentType type, IncomingFile file) {
        assertThatThrownBy(() -> attach(type, file))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private ReadingDocuments reading() {
        return house.the(ReadingDocuments.class);
    }

    private AttachingEvidence attaching() {
        return house.the(AttachingEvidence.class);
    }

    private Page<DocumentSummary> all(Purpose purpose) {
        return house.doing(() -> reading()
                .page(project.id(), DocumentFilter.ALL, DocumentSort.RECEIVED, new PageRequest(0, 50), purpose));
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

    private static byte[] written(DocumentContent content) throws IOException {
        var out = new ByteArrayOutputStream();
        content.writeTo(out);
        return out.toByteArray();
    }

    private static String latin(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
