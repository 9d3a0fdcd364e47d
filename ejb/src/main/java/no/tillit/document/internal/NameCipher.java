package no.tillit.document.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.tillit.document.DocumentId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldCipher;
import no.tillit.keys.FieldContext;
import no.tillit.keys.KeyDestroyed;
import no.tillit.keys.SealedBeside;
import org.jspecify.annotations.Nullable;

/** A file name may hold a person's name, so it is a field like any other about a person. */
@ApplicationScoped
class NameCipher {
    @Inject
    private FieldCipher fields;

    /** The name of a new document, to be sealed with its key. */
    static SealedBeside beside(SubjectId owner, DocumentId document, String name) {
        return new SealedBeside(owner, place(document), name);
    }

    /** The name, or null when its owner has been erased. */
    @Nullable
    String nameOf(Document document) {
        try {
            return fields.decrypt(document.nameOwner(), place(document.id()), document.fileName());
        } catch (KeyDestroyed erased) {
            return null;
        }
    }

    static FieldContext place(DocumentId document) {
        return new FieldContext("document", "file_name", document.value());
    }
}
