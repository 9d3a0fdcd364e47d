package no.tillit.testing;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import no.tillit.audit.AuditEntry;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.NewConsent;
import no.tillit.consent.RecordingConsent;
import no.tillit.document.DocumentContent;
import no.tillit.document.DocumentHandedOut;
import no.tillit.document.DocumentId;
import no.tillit.document.DocumentSummary;
import no.tillit.document.DocumentTarget;
import no.tillit.document.DocumentType;
import no.tillit.document.IncomingFile;
import no.tillit.document.internal.Admission;
import no.tillit.document.internal.FindingAgain;
import no.tillit.document.internal.HandedOut;
import no.tillit.document.internal.ReceivedFile;
import no.tillit.document.internal.StillOpen;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Settings;
import no.tillit.storage.BlobId;
import no.tillit.storage.ContentRole;
import no.tillit.storage.Storage;
import no.tillit.storage.internal.FileStorage;
import org.jspecify.annotations.Nullable;

/** A {@link House} with a folder for blobs and the real intake, and what its tests send and sign. */
public final class DocumentHouse {
    private DocumentHouse() {}

    /** A house that keeps its blobs in this folder. */
    public static House in(Path blobs) {
        return over(configured(blobs), new FileStorage(blobs));
    }

    /** The same, with its keys in this ring. */
    public static House in(Path blobs, KeyRing ring) {
        return over(configured(blobs).under(ring), new FileStorage(blobs));
    }

    /** A house that keeps its blobs in this store. */
    public static House over(Storage storage) {
        return over(configured(Path.of("nowhere")), storage);
    }

    private static House configured(Path blobs) {
        return new House().holding(Settings.class, new Settings() {
            @Override
            public Optional<String> optional(String name) {
                return switch (name) {
                    case "tillit.blobs.dir" -> Optional.of(blobs.toString());
                    case "tillit.intake.url" -> Optional.of(IntakeProcess.url());
                    case "tillit.upload.document.mib" -> Optional.of("1");
                    default -> Optional.empty();
                };
            }
        });
    }

    private static House over(House house, Storage storage) {
        house.holding(Storage.class, storage);
        house.holding(House.class, house);
        house.holding(FindingAgain.class, house.the(FindingInItsOwnTransaction.class));
        house.holding(StillOpen.class, house.the(AskingInItsOwnTransaction.class));
        house.holding(HandedOut.class, house.the(TellingInItsOwnTransaction.class));
        return house.holding(Admission.class, house.the(InItsOwnTransactions.class));
    }

    private static class AskingInItsOwnTransaction extends StillOpen {
        @Inject
        private House house;

        @SuppressWarnings("NullAway.Init")
        AskingInItsOwnTransaction() {}

        @Override
        public void requireAgain(DocumentId id, Purpose purpose, List<AuditEntry> looks) {
            house.does(() -> super.requireAgain(id, purpose, looks));
        }
    }

    private static class FindingInItsOwnTransaction extends FindingAgain {
        @Inject
        private House house;

        @SuppressWarnings("NullAway.Init")
        FindingInItsOwnTransaction() {}

        @Override
        public Optional<DocumentContent.Sealed> elsewhere(DocumentId id, ContentRole role, BlobId known) {
            return house.doing(() -> super.elsewhere(id, role, known));
        }
    }

    private static class TellingInItsOwnTransaction extends HandedOut {
        @Inject
        private House house;

        @SuppressWarnings("NullAway.Init")
        TellingInItsOwnTransaction() {}

        @Override
        public void tell(DocumentHandedOut whole) {
            house.does(() -> super.tell(whole));
        }
    }

    /** As in production, each question is asked in a transaction of its own. */
    private static class InItsOwnTransactions extends Admission {
        @Inject
        private House house;

        @SuppressWarnings("NullAway.Init")
        InItsOwnTransactions() {}

        @Override
        public Admitted ask(
                Supplier<DocumentTarget> place, DocumentType type, Purpose purpose, @Nullable String requestKey) {
            return house.doing(() -> super.ask(place, type, purpose, requestKey));
        }

        @Override
        public DocumentSummary keep(
                Supplier<DocumentTarget> place, Admitted admitted, ReceivedFile file, Purpose purpose) {
            return house.doing(() -> super.keep(place, admitted, file, purpose));
        }

        @Override
        public boolean isKept(DocumentId id) {
            return house.doing(() -> super.isKept(id));
        }
    }

    /** Records, by whoever calls, a form that says yes to these items and was signed on this day. */
    public static ConsentSummary consent(
            House house, ParticipantId id, LocalDate signedOn, Purpose purpose, ConsentItem... items) {
        Map<ConsentItem, Boolean> decisions = new TreeMap<>();
        List.of(items).forEach(item -> decisions.put(item, true));
        return house.doing(() -> house.the(RecordingConsent.class)
                .record(id, new NewConsent(signedOn, decisions, CaptureMethod.PAPER, "nb", null), purpose));
    }

    /** A file as a client sends it, its length announced. */
    public static IncomingFile file(String name, byte[] content) {
        return new IncomingFile(new ByteArrayInputStream(content), OptionalLong.of(content.length), name, null);
    }

    /** The same, in a request with a key. */
    public static IncomingFile file(String name, byte[] content, String requestKey) {
        return new IncomingFile(new ByteArrayInputStream(content), OptionalLong.of(content.length), name, requestKey);
    }

    /** How many files lie in the folder, whole or not. */
    public static long blobsIn(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
