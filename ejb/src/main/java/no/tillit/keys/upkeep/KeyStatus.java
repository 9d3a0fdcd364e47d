package no.tillit.keys.upkeep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import no.tillit.keys.internal.RootKeyRow;
import no.tillit.keys.internal.RootKeyState;
import no.tillit.keys.internal.RootKeyTable;

/**
 * What there is: roots in the store and in the database, and how many keys lie under each.
 *
 * @param store where the roots are, in words
 * @param stored the versions the store has
 * @param roots every root there ever was
 * @param subjects how many subjects' keys there are in each state and under each root
 * @param retiring how many subjects' keys are being replaced
 * @param replaced how many were replaced and destroyed
 */
public record KeyStatus(
        String store,
        SortedSet<Integer> stored,
        List<RootKeyRow> roots,
        List<Count> subjects,
        long installation,
        long retiring,
        long replaced) {

    /** So many keys of one state under one root. */
    public record Count(String state, int rootVersion, long keys) {}

    public static KeyStatus of(KeyPlace place) {
        try (Connection c = place.database().getConnection();
                PreparedStatement subjects = c.prepareStatement("select state, root_version, count(*) from subject_key"
                        + " group by state, root_version order by state, root_version");
                PreparedStatement installation = c.prepareStatement("select (select count(*) from installation_key),"
                        + " count(*) filter (where state = 'RETIRING'), count(*) filter (where state = 'DESTROYED')"
                        + " from replaced_key");
                ResultSet counted = subjects.executeQuery();
                ResultSet own = installation.executeQuery()) {
            List<Count> counts = new ArrayList<>();
            while (counted.next()) {
                counts.add(new Count(counted.getString(1), counted.getInt(2), counted.getLong(3)));
            }
            own.next();
            return new KeyStatus(
                    place.store().toString(),
                    place.store().versions(),
                    new RootKeyTable(place.database()).all(),
                    List.copyOf(counts),
                    own.getLong(1),
                    own.getLong(2),
                    own.getLong(3));
        } catch (SQLException e) {
            throw new UpkeepRefused("The key database does not answer: " + e.getMessage());
        }
    }

    /** Whether a rotation stopped half way and waits to be run again. */
    public boolean rotationIsUnfinished() {
        return roots.stream().anyMatch(root -> root.state() == RootKeyState.RETIRING);
    }

    /** What is wrong, in words; empty when all is well. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (RootKeyRow root : roots) {
            boolean there = stored.contains(root.version());
            boolean used = subjects.stream()
                    .anyMatch(
                            c -> c.rootVersion() == root.version() && c.state().equals("ACTIVE"));
            if (root.state() == RootKeyState.DESTROYED && there) {
                faults.add("root key version " + root.version() + " is destroyed on record, but in the store");
            }
            if (!there && (root.state() == RootKeyState.ACTIVE || used)) {
                faults.add("root key version " + root.version() + " is needed, but not in the store");
            }
        }
        return faults;
    }
}
