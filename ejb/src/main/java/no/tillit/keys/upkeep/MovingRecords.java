package no.tillit.keys.upkeep;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import no.tillit.keys.Tampered;

/** Moves record by record to the present key, then looks at every one again. */
final class MovingRecords {
    private static final int AT_ONCE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private interface Work {
        void on(UnderSubjectKey kind, UUID record) throws SQLException;
    }

    private final MovingPlace place;
    private final List<UnderSubjectKey> kinds;
    private final List<String> unopened = new ArrayList<>();
    private final List<String> left = new ArrayList<>();

    MovingRecords(MovingPlace place, List<UnderSubjectKey> kinds) {
        this.place = place;
        this.kinds = kinds;
    }

    /**
     * @param told after each record
     * @throws UpkeepRefused when one does not open, or is left; all others are moved then
     */
    void moveAll(Consumer<String> told) throws SQLException {
        for (UnderSubjectKey kind : kinds) {
            long all = count(place, kind);
            int[] done = {0};
            each(kind, (of, record) -> {
                move(of, record);
                done[0]++;
                told.accept(done[0] + " of " + all + " " + of.what());
            });
        }
        for (UnderSubjectKey kind : kinds) {
            each(kind, (of, record) -> {
                String name = of.what() + " " + record;
                if (!unopened.contains(name) && !of.isMoved(place, record)) {
                    left.add(name);
                }
            });
        }
        if (!unopened.isEmpty()) {
            throw new UpkeepRefused("The old key is kept: these do not open under it, which is an incident"
                    + " (docs/operations/keys.md). All others are moved. " + String.join(", ", unopened));
        }
        if (!left.isEmpty()) {
            throw new UpkeepRefused(
                    "The old key is kept: something is left under it. Run it again. " + String.join(", ", left));
        }
    }

    private void move(UnderSubjectKey kind, UUID record) throws SQLException {
        try {
            kind.move(place, record);
        } catch (Tampered e) {
            unopened.add(kind.what() + " " + record);
        }
    }

    private void each(UnderSubjectKey kind, Work work) throws SQLException {
        for (List<UUID> page = page(place, kind, FIRST); !page.isEmpty(); ) {
            for (UUID record : page) {
                work.on(kind, record);
            }
            page = page(place, kind, page.get(page.size() - 1));
        }
    }

    static long count(MovingPlace place, UnderSubjectKey kind) throws SQLException {
        long count = 0;
        for (List<UUID> page = page(place, kind, FIRST); !page.isEmpty(); ) {
            count += page.size();
            page = page(place, kind, page.get(page.size() - 1));
        }
        return count;
    }

    private static List<UUID> page(MovingPlace place, UnderSubjectKey kind, UUID after) throws SQLException {
        return place.doing(connection -> kind.records(connection, place.subject(), after, AT_ONCE));
    }
}
