package no.tillit.participant.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldCipher;
import no.tillit.keys.FieldContext;
import no.tillit.keys.FieldSearch;
import no.tillit.participant.ContactField;
import org.jspecify.annotations.Nullable;

/** The fields of the contact register, each bound to its column and its participant's row. */
@ApplicationScoped
public class ContactFields {
    @Inject
    private FieldCipher cipher;

    @Inject
    private FieldSearch search;

    /** What the field is found by; none where there is nothing to find. */
    byte @Nullable [] hash(ProjectId project, ContactField field, @Nullable String text) {
        return text == null ? null : search.hash(project, "contact." + field.column(), field.normalise(text));
    }

    /** What a field with this value may be found by now. */
    List<byte[]> hashes(ProjectId project, ContactField field, String text) {
        return search.hashes(project, "contact." + field.column(), field.normalise(text));
    }

    byte @Nullable [] seal(ParticipantId participant, String column, @Nullable String text) {
        return text == null ? null : cipher.encrypt(SubjectId.of(participant), place(participant, column), text);
    }

    @Nullable
    String open(ParticipantId participant, String column, byte @Nullable [] sealed) {
        return sealed == null ? null : cipher.decrypt(SubjectId.of(participant), place(participant, column), sealed);
    }

    private static FieldContext place(ParticipantId participant, String column) {
        return new FieldContext("contact", column, participant.value());
    }
}
