package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldCipher;
import no.tillit.keys.FieldContext;
import no.tillit.keys.KeyDestroyed;
import org.jspecify.annotations.Nullable;

/** Why a deletion was refused, in words that may be about somebody: a field like any other about a person. */
@ApplicationScoped
public class RefusalReasons {
    @Inject
    private FieldCipher fields;

    /** Nothing when the person has been erased otherwise meanwhile: words about them are not kept then. */
    public byte @Nullable [] seal(DeletionJobSummary job, String words) {
        UUID owner = job.participant() == null
                ? job.project().value()
                : job.participant().value();
        try {
            return fields.encrypt(new SubjectId(owner), place(job.id()), words);
        } catch (KeyDestroyed erased) {
            return null;
        }
    }

    /** Nothing when the person has been erased. */
    @Nullable
    String open(DeletionJobId job, UUID owner, byte @Nullable [] sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            return fields.decrypt(new SubjectId(owner), place(job), sealed);
        } catch (KeyDestroyed erased) {
            return null;
        }
    }

    private static FieldContext place(DeletionJobId job) {
        return new FieldContext("deletion_job", "refusal_reason", job.value());
    }
}
