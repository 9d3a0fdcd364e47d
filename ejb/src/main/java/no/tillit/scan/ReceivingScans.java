package no.tillit.scan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Callers;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditLog;
import no.tillit.document.Arrivals;
import no.tillit.document.FileFormat;
import no.tillit.document.IncomingFile;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.Settings;
import no.tillit.kernel.SubjectId;
import no.tillit.scan.internal.Alone;
import no.tillit.scan.internal.Contents;
import no.tillit.scan.internal.KeepingBatches;
import no.tillit.scan.internal.SealedColumns;
import no.tillit.storage.ContentRole;

/**
 * A file of scanned forms is encrypted as it arrives and waits to be read in the background. No consent is changed by it. The
 * same file sent twice is one, for as long as something of it is there.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReceivingScans {
    private static final Set<FileFormat> FORMATS =
            EnumSet.of(FileFormat.PDF, FileFormat.JPEG, FileFormat.PNG, FileFormat.TIFF);

    @Inject
    private Access access;

    @Inject
    private Callers callers;

    @Inject
    private Arrivals arrivals;

    @Inject
    private Contents contents;

    @Inject
    private KeepingBatches keeping;

    @Inject
    private Alone alone;

    @Inject
    private AuditLog audit;

    @Inject
    private Settings settings;

    /** The formats a file of scans may have. */
    public static Set<FileFormat> formats() {
        return Set.copyOf(FORMATS);
    }

    /**
     * Takes a file in.
     *
     * @return where it stands; the earlier one when the same file is here already
     * @throws no.tillit.document.FileRefused when it is none of the formats, too large, empty or breaks off
     * @throws no.tillit.document.TransferRefused when too many files are on their way, or it stands still
     * @throws no.tillit.access.RecordClosed after the approval's end date
     * @throws no.tillit.kernel.NotFound when the caller may not send scans to this project
     */
    public ScanBatchSummary receive(ProjectId project, IncomingFile file, Purpose purpose) {
        alone.run(() -> permit(project, purpose));
        UUID id = UUID.randomUUID();
        try (var arrival = arrivals.begin(callers.current().username(), file, FORMATS, limit())) {
            MessageDigest digest = sha256();
            SealedColumns sealed = contents.write(
                    project,
                    SubjectId.of(project),
                    id,
                    ContentRole.ORIGINAL,
                    new DigestInputStream(arrival.body(), digest));
            String said = HexFormat.of().formatHex(digest.digest());
            return keep(project, id, sealed, arrival.name(), said, purpose);
        }
    }

    private ScanBatchSummary keep(
            ProjectId project, UUID id, SealedColumns sealed, String name, String digest, Purpose purpose) {
        ScanBatchSummary kept;
        try {
            kept = alone.call(() -> {
                Permit permit = permit(project, purpose);
                contents.requireCurrent(sealed);
                ScanBatchSummary one = keeping.keep(project, id, sealed, name, digest, permit.username());
                audit.record(permit.entry().on("scan", one.id().value()));
                return one;
            });
        } catch (RuntimeException e) {
            contents.delete(sealed);
            throw e;
        }
        if (!kept.id().value().equals(id)) {
            contents.delete(sealed);
        }
        return kept;
    }

    private Permit permit(ProjectId project, Purpose purpose) {
        return access.require(Action.UPLOAD_SCAN, project, purpose);
    }

    private long limit() {
        return settings.optional("tillit.upload.scan.mib").map(Long::parseLong).orElse(256L) << 20;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
