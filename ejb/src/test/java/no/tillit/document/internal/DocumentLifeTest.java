package no.tillit.document.internal;

import static no.tillit.testing.DocumentHouse.blobsIn;
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
import java.util.OptionalLong;
import java.util.Set;
import no.tillit.access.RecordClosed;
import no.tillit.access.Role;
import no.tillit.audit.Outcome;
import no.tillit.consent.ConsentMissing;
import no.tillit.consent.Consents;
import no.tillit.consent.WithdrawingConsent;
import no.tillit.document.AttachingEvidence;
import no.tillit.document.AttachingToParticipant;
import no.tillit.document.DocumentContent;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.document.FileRefused;
import no.tillit.document.IncomingFile;
import no.tillit.document.RequestKeyReused;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.testing.Contents;
import no.tillit.testing.files.SampleFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A document comes in")
class DocumentLifeTest extends FollowedUp {
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

    private AttachingEvidence attaching() {
        return house.the(AttachingEvidence.class);
    }

    private static String latin(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
