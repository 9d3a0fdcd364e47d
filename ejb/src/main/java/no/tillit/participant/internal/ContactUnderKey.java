package no.tillit.participant.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.FieldContext;
import no.tillit.keys.KeyDestroyed;
import no.tillit.keys.upkeep.MovingPlace;
import no.tillit.keys.upkeep.RecordIds;
import no.tillit.keys.upkeep.UnderSubjectKey;
import no.tillit.participant.ContactField;
import org.jspecify.annotations.Nullable;

/** The contact register under its keys: the fields under the participant's, what they are found by under the project's. */
public final class ContactUnderKey implements UnderSubjectKey {
    private static final List<String> FIELDS = List.of("name", "phone", "email", "address", "note", "national_id");
    private static final String READ = """
            SELECT c.*, p.project_id FROM contact c JOIN participant p ON p.id = c.participant_id
            WHERE c.participant_id = ? FOR UPDATE OF c""";

    @Override
    public String what() {
        return "entries of the contact register";
    }

    @Override
    public List<String> columns() {
        return Stream.concat(
                        FIELDS.stream(), Arrays.stream(ContactField.values()).map(ContactUnderKey::hashColumn))
                .map(column -> "contact." + column)
                .toList();
    }

    @Override
    public List<UUID> records(Connection tillit, SubjectId subject, UUID after, int limit) throws SQLException {
        return RecordIds.of(tillit, """
                SELECT c.participant_id FROM contact c JOIN participant p ON p.id = c.participant_id
                WHERE (p.id = ? OR p.project_id = ?) AND c.participant_id > ? ORDER BY 1 LIMIT ?""", subject.value(), subject.value(), after, limit);
    }

    @Override
    public void move(MovingPlace place, UUID record) throws SQLException {
        place.doing(connection -> {
            Map<String, byte @Nullable []> changes = changes(connection, place, record);
            if (!changes.isEmpty()) {
                write(connection, record, changes);
            }
            return true;
        });
    }

    @Override
    public boolean isMoved(MovingPlace place, UUID record) throws SQLException {
        return place.doing(connection -> changes(connection, place, record).isEmpty());
    }

    /** What has to be written so that the row needs the present key only. */
    private static Map<String, byte @Nullable []> changes(Connection connection, MovingPlace place, UUID record)
            throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setObject(1, record);
            try (ResultSet row = read.executeQuery()) {
                if (!row.next()) {
                    return Map.of();
                }
                UUID project = Objects.requireNonNull(row.getObject("project_id", UUID.class));
                return project.equals(place.subject().value())
                        ? hashes(place, record, new ProjectId(project), row)
                        : fields(place, record, row);
            }
        }
    }

    private static Map<String, byte @Nullable []> fields(MovingPlace place, UUID record, ResultSet row)
            throws SQLException {
        Map<String, byte @Nullable []> changes = new LinkedHashMap<>();
        for (String column : FIELDS) {
            byte[] sealed = row.getBytes(column);
            FieldContext field = field(record, column);
            if (sealed != null && !place.fields().isCurrent(place.subject(), field, sealed)) {
                String open = place.fields().decrypt(place.subject(), field, sealed);
                changes.put(column, place.fields().encrypt(place.subject(), field, open));
            }
        }
        return changes;
    }

    private static Map<String, byte @Nullable []> hashes(
            MovingPlace place, UUID record, ProjectId project, ResultSet row) throws SQLException {
        Map<String, byte @Nullable []> changes = new LinkedHashMap<>();
        for (ContactField field : ContactField.values()) {
            byte[] hash = hash(place, record, project, field, row.getBytes(field.column()));
            if (!Arrays.equals(hash, row.getBytes(hashColumn(field)))) {
                changes.put(hashColumn(field), hash);
            }
        }
        return changes;
    }

    /** None for somebody who is being erased: nobody finds them any more. */
    private static byte @Nullable [] hash(
            MovingPlace place, UUID record, ProjectId project, ContactField field, byte @Nullable [] sealed) {
        if (sealed == null) {
            return null;
        }
        String open;
        try {
            open = place.fields().decrypt(new SubjectId(record), field(record, field.column()), sealed);
        } catch (KeyDestroyed erased) {
            return null;
        }
        return place.search().hash(project, "contact." + field.column(), field.normalise(open));
    }

    private static void write(Connection connection, UUID record, Map<String, byte @Nullable []> changes)
            throws SQLException {
        String set = changes.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        try (PreparedStatement write =
                connection.prepareStatement("UPDATE contact SET " + set + " WHERE participant_id = ?")) {
            int next = 1;
            for (byte[] value : changes.values()) {
                write.setBytes(next++, value);
            }
            write.setObject(next, record);
            write.executeUpdate();
        }
    }

    private static String hashColumn(ContactField field) {
        return field.column() + "_hash";
    }

    private static FieldContext field(UUID record, String column) {
        return new FieldContext("contact", column, record);
    }
}
