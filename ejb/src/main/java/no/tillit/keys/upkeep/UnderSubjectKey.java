package no.tillit.keys.upkeep;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import no.tillit.kernel.ExtensionPoint;
import no.tillit.kernel.SubjectId;

/**
 * A kind of record that holds something under a subject's key: a field, a share of a document key, a hash. Every feature
 * that does has one, found by {@link java.util.ServiceLoader}: what no implementation knows is lost with the old key when a
 * subject's key is replaced. A test compares them with the columns that hold ciphertext.
 */
@ExtensionPoint
public interface UnderSubjectKey {
    /** What it is, in a word or two for the operator; says nothing about the person. */
    String what();

    /** The columns that it looks after, as {@code table.column}. */
    List<String> columns();

    /** The next records that may hold something under this subject's keys, by id. */
    List<UUID> records(Connection tillit, SubjectId subject, UUID after, int limit) throws SQLException;

    /**
     * Moves all that this record holds under the subject's keys to the present one, in transactions of its own; does nothing
     * when it is there already, or gone.
     *
     * @throws no.tillit.keys.Tampered when something opens under neither key; the record is left as it was
     * @throws no.tillit.keys.KeyDestroyed when the subject has been erased
     */
    void move(MovingPlace place, UUID record) throws SQLException;

    /** Whether nothing of this record needs another key than the present one, and all of it opens. Gone is moved. */
    boolean isMoved(MovingPlace place, UUID record) throws SQLException;

    /** Removes what moving has left behind, such as blobs that were written anew. */
    default void removeLeftovers(MovingPlace place) throws SQLException {}
}
