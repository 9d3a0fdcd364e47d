package no.tillit.document.internal;

import static no.tillit.testing.DocumentHouse.consent;
import static no.tillit.testing.DocumentHouse.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import no.tillit.access.Role;
import no.tillit.consent.ConsentItem;
import no.tillit.document.AttachingToParticipant;
import no.tillit.document.DocumentContent;
import no.tillit.document.DocumentDamaged;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentType;
import no.tillit.document.ReadingDocuments;
import no.tillit.erasure.ErasureItem;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Refusal;
import no.tillit.keys.KeysUnavailable;
import no.tillit.retention.RetentionDecision;
import no.tillit.retention.RetentionReason;
import no.tillit.storage.StorageUnavailable;
import no.tillit.testing.AProject;
import no.tillit.testing.DocumentHouse;
import no.tillit.testing.House;
import no.tillit.testing.KeyRing;
import no.tillit.testing.S3Process;
import no.tillit.testing.SoftHsm;
import no.tillit.testing.TestDatabases;
import no.tillit.testing.files.SampleFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** The application's own use cases, from the file that is sent to the file that is read, over other stores and keys than usual. */
@DisplayName("documents")
class OtherPlacesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private House house = new House();
    private ParticipantId someone = new ParticipantId(new java.util.UUID(0, 0));

    private void in(House made) {
        house = made;
        AProject project = AProject.in(house);
        house.on(TODAY);
        someone = project.aParticipant();
        house.as("jonas", Role.CASEWORKER);
        consent(house, someone, TODAY, Purpose.FOLLOW_UP, ConsentItem.FOLLOW_UP);
    }

    @Test
    @DisplayName(
            "in a bucket: sent, read whole and in part, found damaged, erased; and refused while the bucket is away")
    void inABucket() throws IOException {
        try (S3Process server = S3Process.start()) {
            String bucket = server.bucket();
            in(DocumentHouse.over(server.storage(bucket)));
            byte[] sent = SampleFiles.bytes("docx");

            DocumentSummary kept = send("Plan for Åse.docx", sent);

            assertThat(read(kept)).isEqualTo(sent);
            var part = new ByteArrayOutputStream();
            content(kept).writeTo(part, 100, 200);
            assertThat(part.toByteArray()).isEqualTo(java.util.Arrays.copyOfRange(sent, 100, 200));
            assertThat(objects(server, bucket)).hasSize(2);

            server.kill();
            assertThatThrownBy(() -> send("b.txt", SampleFiles.bytes("txt"))).isInstanceOf(StorageUnavailable.class);
            assertThatThrownBy(() -> read(kept)).isInstanceOf(StorageUnavailable.class);
            server.startAgain();
            assertThat(read(kept)).isEqualTo(sent);
            assertThat(objects(server, bucket)).hasSize(2);

            DocumentSummary doomed = send("c.txt", SampleFiles.bytes("txt"));
            List<String> before = objects(server, bucket);
            erase(kept);
            assertThat(objects(server, bucket)).hasSize(before.size() - 2);
            try (var client = server.client()) {
                for (String key : objects(server, bucket)) {
                    client.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromString("somebody else's"));
                }
            }
            assertThatThrownBy(() -> read(doomed)).isInstanceOf(DocumentDamaged.class);
        }
    }

    @Test
    @DisplayName(
            "under a token that is pulled out and put back: refused as not available now, nothing half done, then as before")
    void underAToken(@TempDir Path blobs) throws IOException {
        SoftHsm hsm = new SoftHsm();
        try {
            KeyRing ring = KeyRing.over(TestDatabases.freshKeys(), hsm.open());
            in(DocumentHouse.in(blobs, ring));
            byte[] sent = "Åse vil flytte.".getBytes(StandardCharsets.UTF_8);
            DocumentSummary kept = send("a.txt", sent);
            long files = DocumentHouse.blobsIn(blobs);
            DocumentContent allowed = content(kept);

            hsm.takeAway();

            assertUnavailable(() -> send("b.txt", sent));
            assertThatThrownBy(() -> allowed.writeTo(new ByteArrayOutputStream()))
                    .isInstanceOf(KeysUnavailable.class);
            assertUnavailable(() -> content(kept));
            assertThat(DocumentHouse.blobsIn(blobs)).isEqualTo(files);

            hsm.bringBack();

            within(() -> read(kept));
            assertThat(read(kept)).isEqualTo(sent);
            assertThat(read(send("c.txt", sent))).isEqualTo(sent);
        } finally {
            hsm.bringBack();
        }
    }

    private static void assertUnavailable(Supplier<?> call) {
        assertThatThrownBy(call::get)
                .isInstanceOfSatisfying(
                        KeysUnavailable.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
    }

    private DocumentSummary send(String name, byte[] content) {
        return house.the(AttachingToParticipant.class)
                .attach(someone, DocumentType.RELEASE_PLAN, file(name, content), Purpose.FOLLOW_UP);
    }

    private DocumentContent content(DocumentSummary kept) {
        return house.doing(() -> house.the(ReadingDocuments.class).content(kept.id(), Purpose.FOLLOW_UP));
    }

    private byte[] read(DocumentSummary kept) {
        var out = new ByteArrayOutputStream();
        try {
            content(kept).writeTo(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void erase(DocumentSummary kept) {
        var decision = new RetentionDecision.Dispose(RetentionReason.ERASURE_REQUESTED, TODAY);
        house.does(() -> house.the(ErasingDocuments.class)
                .erase(ErasureItem.row("document", kept.id().value(), someone, decision)));
    }

    private static List<String> objects(S3Process server, String bucket) {
        try (var client = server.client()) {
            List<String> keys = new ArrayList<>();
            client.listObjectsV2(b -> b.bucket(bucket)).contents().forEach(object -> keys.add(object.key()));
            return keys;
        }
    }

    private static void within(Runnable work) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (true) {
            try {
                work.run();
                return;
            } catch (KeysUnavailable e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }
}
