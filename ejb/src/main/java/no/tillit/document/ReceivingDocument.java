package no.tillit.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import no.tillit.access.Callers;
import no.tillit.access.Role;
import no.tillit.document.internal.Admission;
import no.tillit.document.internal.Admission.Admitted;
import no.tillit.document.internal.ReadingIn;
import no.tillit.document.internal.RequestKeys;
import no.tillit.document.internal.SameFile;
import no.tillit.document.internal.TransferSlots;
import no.tillit.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A document is kept when all of it has arrived, it is what its name says, and approval and consent allow it both before
 * the first byte and after the last; otherwise nothing of it is.
 *
 * <p>No transaction is open while bytes arrive, however slowly. What the document hangs on is asked anew each time.
 */
@Stateless
@RolesAllowed({Role.Names.RESEARCHER, Role.Names.CASEWORKER, Role.Names.PROJECT_LEAD})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReceivingDocument {
    @Inject
    private Admission admission;

    @Inject
    private ReadingIn readingIn;

    @Inject
    private SameFile sameFile;

    @Inject
    private Callers callers;

    @Inject
    private TransferSlots slots;

    /**
     * @param place finds what it is to hang on, within a transaction; called twice
     * @return the document; the one kept before, when the same request comes again with the same file
     * @throws FileRefused when the file is not one that can be kept
     * @throws TransferRefused when too many files are on their way, before the first byte is read, or this one stands still
     * @throws IntakeUnavailable when files cannot be checked now
     * @throws RequestKeyReused when the request's key came with another file before
     * @throws no.tillit.kernel.Refusal when role, purpose, approval or consent do not allow it
     */
    public DocumentSummary receive(
            Supplier<DocumentTarget> place, DocumentType type, IncomingFile file, Purpose purpose) {
        String username = callers.current().username();
        try (var slot = slots.take(username)) {
            @Nullable String requestKey = RequestKeys.of(username, file.requestKey());
            Admitted admitted = admission.ask(place, type, purpose, requestKey);
            if (admitted.before() != null) {
                return sameFile.require(admitted.before(), admitted, type, file);
            }
            return readingIn.read(
                    type, file, admitted, requestKey, kept -> admission.keep(place, admitted, kept, purpose));
        }
    }
}
