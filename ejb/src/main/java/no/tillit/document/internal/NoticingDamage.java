package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.document.DocumentDamaged;
import no.tillit.keys.Tampered;
import org.jboss.logging.Logger;

/** Damage that a reader meets is an incident: it is written down, with ids only, before the reader is told. */
@ApplicationScoped
public class NoticingDamage {
    private static final Logger LOG = Logger.getLogger(NoticingDamage.class);

    @Inject
    private AuditLog audit;

    /**
     * @param attempts to read, one for each person the document is about
     * @return what to throw
     */
    public DocumentDamaged noticed(UUID document, UUID blob, List<AuditEntry> attempts, Tampered damage) {
        DocumentDamaged told = new DocumentDamaged(damage);
        LOG.errorf(damage, "Document %s is damaged in blob %s", document, blob);
        attempts.forEach(attempt -> audit.recordNow(attempt.refused(told.code())));
        return told;
    }
}
