package no.tillit.document;

import no.tillit.kernel.Refusal;
import no.tillit.keys.Tampered;

/**
 * The stored file, or what it takes to open it, is not what was kept. It is in the audit log and the server's log before
 * this is thrown; the operator looks with {@code tillit-admin storage check}.
 */
public class DocumentDamaged extends Refusal {
    private static final long serialVersionUID = 1L;

    public DocumentDamaged(Tampered noticed) {
        super("document-damaged", "The stored file has been damaged, so it cannot be handed out. Tell the operator.");
        initCause(noticed);
    }

    @Override
    public Kind kind() {
        return Kind.DAMAGED;
    }
}
