package no.tillit.consent.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.tillit.consent.BoardCounts;
import no.tillit.consent.BoardCounts.ItemCount;
import no.tillit.consent.BoardFilter;
import no.tillit.consent.BoardRow;
import no.tillit.consent.BoardRow.Cell;
import no.tillit.consent.BoardStatus;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;
import no.tillit.kernel.Clock;
import no.tillit.kernel.Page;
import no.tillit.kernel.PageRequest;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Rows;
import no.tillit.participant.ParticipantState;
import no.tillit.project.Approvals;
import org.jspecify.annotations.Nullable;

/**
 * How a project's participants stand, filtered, counted and cut by the database over {@code consent_standing}. A yes that has
 * run out is told from one that holds by the day on which it is read.
 */
@ApplicationScoped
public class Board {
    /** How many days before its last one a yes counts as running out. */
    public static final int SOON_DAYS = EndingRunOut.WARNING_DAYS;

    @Inject
    private Rows rows;

    @Inject
    private Approvals approvals;

    @Inject
    private Clock clock;

    /** One page, in the order of the pseudonyms. */
    public Page<BoardRow> page(ProjectId project, BoardFilter filter, PageRequest request) {
        var query = new BoardQuery(project, filter, clock.today(), approvals.endsOn(project));
        long total =
                rows.number("SELECT count(*)" + query.from(), query.values().toArray());
        List<@Nullable Object> values = new ArrayList<>(query.values());
        values.add(request.size());
        values.add(request.offset());
        return new Page<>(
                read(project, query.from() + " ORDER BY p.pseudonym LIMIT ? OFFSET ?", values),
                request.page(),
                request.size(),
                total);
    }

    /** The next rows after this pseudonym, for whoever reads all of them. */
    public List<BoardRow> after(ProjectId project, BoardFilter filter, String pseudonym, int most) {
        var query = new BoardQuery(project, filter, clock.today(), approvals.endsOn(project));
        List<@Nullable Object> values = new ArrayList<>(query.values());
        values.add(pseudonym);
        values.add(most);
        return read(project, query.from() + " AND p.pseudonym > ? ORDER BY p.pseudonym LIMIT ?", values);
    }

    /** The counts above the board. */
    public BoardCounts counts(ProjectId project) {
        LocalDate today = clock.today();
        boolean over = today.isAfter(approvals.endsOn(project));
        List<ItemCount> items = rows.list(
                """
                SELECT item, max(counterpart) AS counterpart, CASE WHEN state = 'GIVEN' AND (? OR last_day < ?) THEN 'EXPIRED' ELSE state END AS stands,
                       count(*) AS people
                FROM consent_standing WHERE project_id = ? GROUP BY item, stands ORDER BY item, stands""",
                row -> new ItemCount(
                        ConsentItem.fromStored(row.getString("item"), row.getString("counterpart")),
                        ConsentState.valueOf(row.getString("stands")),
                        row.getLong("people")),
                over,
                today,
                project.value());
        return new BoardCounts(
                count(project, BoardFilter.ALL),
                count(project, new BoardFilter(null, BoardStatus.MISSING, null)),
                count(project, new BoardFilter(null, BoardStatus.EXPIRES_SOON, null)),
                rows.number("SELECT count(*) FROM consent_unchecked WHERE project_id = ?", project.value()),
                items);
    }

    private long count(ProjectId project, BoardFilter filter) {
        var query = new BoardQuery(project, filter, clock.today(), approvals.endsOn(project));
        return rows.number("SELECT count(*)" + query.from(), query.values().toArray());
    }

    private List<BoardRow> read(ProjectId project, String from, List<@Nullable Object> values) {
        record Person(UUID id, String pseudonym, ParticipantState state, int unchecked) {}
        List<Person> people = rows.list(
                "SELECT p.id, p.pseudonym, p.state,"
                        + " (SELECT count(*) FROM consent_unchecked w WHERE w.participant_id = p.id) AS unchecked"
                        + from,
                row -> new Person(
                        row.getObject("id", UUID.class),
                        row.getString("pseudonym"),
                        ParticipantState.valueOf(row.getString("state")),
                        row.getInt("unchecked")),
                values.toArray());
        Map<UUID, List<Cell>> cells =
                cells(project, people.stream().map(Person::id).toList());
        return people.stream()
                .map(p -> new BoardRow(
                        new ParticipantId(p.id()),
                        p.pseudonym(),
                        p.state(),
                        cells.getOrDefault(p.id(), List.of()),
                        p.unchecked()))
                .toList();
    }

    private Map<UUID, List<Cell>> cells(ProjectId project, List<UUID> people) {
        LocalDate today = clock.today();
        boolean over = today.isAfter(approvals.endsOn(project));
        Map<UUID, List<Cell>> cells = new HashMap<>();
        rows.list(
                """
                SELECT participant_id, item, counterpart, state, since, last_day FROM consent_standing
                WHERE participant_id = ANY (?::uuid[]) ORDER BY item""",
                row -> {
                    LocalDate last = Rows.day(row, "last_day");
                    ConsentState kept = ConsentState.valueOf(row.getString("state"));
                    boolean expired = kept == ConsentState.GIVEN && (over || (last != null && last.isBefore(today)));
                    return cells.computeIfAbsent(row.getObject("participant_id", UUID.class), id -> new ArrayList<>())
                            .add(new Cell(
                                    ConsentItem.fromStored(row.getString("item"), row.getString("counterpart")),
                                    expired ? ConsentState.EXPIRED : kept,
                                    Objects.requireNonNull(Rows.day(row, "since")),
                                    last));
                },
                (Object) people.stream()
                        .map(id -> id.toString().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
        return cells;
    }
}
