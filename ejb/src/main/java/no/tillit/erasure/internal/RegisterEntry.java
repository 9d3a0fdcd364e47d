package no.tillit.erasure.internal;

import java.time.Instant;
import java.util.UUID;
import no.tillit.erasure.DeletionJobId;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the erasure register: a whole subject, or one record of somebody who stays. Random ids only.
 *
 * @param subject who is erased; with a record, whose part in it is: the others' part in an interview stays. Null with a
 *     record that is nobody's in particular
 * @param kind the step that erases the record; null with a whole subject
 */
public record RegisterEntry(
        Instant at,
        DeletionJobId job,
        ProjectId project,
        @Nullable ParticipantId subject,
        @Nullable String kind,
        @Nullable UUID record) {
    public RegisterEntry {
        if ((subject == null && record == null) || (kind == null) != (record == null)) {
            throw new IllegalArgumentException("An entry is about a subject, or about a record of some kind");
        }
    }

    static RegisterEntry ofSubject(Instant at, DeletionJobId job, ProjectId project, ParticipantId subject) {
        return new RegisterEntry(at, job, project, subject, null, null);
    }

    static RegisterEntry ofRecord(
            Instant at, DeletionJobId job, ProjectId project, @Nullable ParticipantId whose, String kind, UUID record) {
        return new RegisterEntry(at, job, project, whose, kind, record);
    }

    /** The entry as one line of text. */
    String toLine() {
        return String.join(
                " ",
                "v1",
                at.toString(),
                job.value().toString(),
                project.value().toString(),
                subject == null ? "-" : subject.value().toString(),
                kind == null ? "-" : kind,
                record == null ? "-" : record.toString());
    }

    /** @throws IllegalArgumentException when the line is no entry */
    static RegisterEntry ofLine(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 7 || !words[0].equals("v1")) {
            throw new IllegalArgumentException("Not an entry of the erasure register");
        }
        return new RegisterEntry(
                Instant.parse(words[1]),
                new DeletionJobId(UUID.fromString(words[2])),
                new ProjectId(UUID.fromString(words[3])),
                words[4].equals("-") ? null : new ParticipantId(UUID.fromString(words[4])),
                words[5].equals("-") ? null : words[5],
                words[6].equals("-") ? null : UUID.fromString(words[6]));
    }
}
