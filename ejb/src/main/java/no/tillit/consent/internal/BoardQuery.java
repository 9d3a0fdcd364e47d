package no.tillit.consent.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.tillit.consent.BoardFilter;
import no.tillit.consent.BoardStatus;
import no.tillit.consent.ConsentItem;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/** The participants a board is asked for, as SQL: its conditions and, in their order, its values. */
final class BoardQuery {
    private final StringBuilder from =
            new StringBuilder(" FROM participant p WHERE p.project_id = ? AND p.state <> 'ERASED'");
    private final List<@Nullable Object> values = new ArrayList<>();
    private final LocalDate today;
    private final boolean over;

    BoardQuery(ProjectId project, BoardFilter filter, LocalDate today, LocalDate endsOn) {
        this.today = today;
        this.over = today.isAfter(endsOn);
        values.add(project.value());
        if (filter.text() != null) {
            from.append(" AND lower(p.pseudonym) LIKE ? ESCAPE '!'");
            values.add("%" + filter.text().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        if (filter.status() == null) {
            if (filter.item() != null) {
                standing(filter.item(), "");
            }
        } else {
            narrow(filter.status(), filter.item());
        }
    }

    String from() {
        return from.toString();
    }

    List<@Nullable Object> values() {
        return values;
    }

    private void narrow(BoardStatus status, @Nullable ConsentItem item) {
        switch (status) {
            case UNCHECKED ->
                from.append(" AND EXISTS (SELECT 1 FROM consent_unchecked w WHERE w.participant_id = p.id)");
            case MISSING -> {
                from.append(" AND NOT EXISTS (SELECT 1 FROM consent_standing s WHERE s.participant_id = p.id");
                ofItem(item);
                from.append(")");
            }
            case GIVEN ->
                standing(
                        item,
                        " AND s.state = 'GIVEN' AND NOT ? AND (s.last_day IS NULL OR s.last_day >= ?)",
                        over,
                        today);
            case EXPIRED -> standing(item, " AND s.state = 'GIVEN' AND (? OR s.last_day < ?)", over, today);
            case EXPIRES_SOON ->
                standing(
                        item,
                        " AND s.state = 'GIVEN' AND NOT ? AND s.last_day BETWEEN ? AND ?",
                        over,
                        today,
                        today.plusDays(Board.SOON_DAYS));
            default -> standing(item, " AND s.state = ?", status.name());
        }
    }

    private void standing(@Nullable ConsentItem item, String condition, Object... more) {
        from.append(" AND EXISTS (SELECT 1 FROM consent_standing s WHERE s.participant_id = p.id");
        ofItem(item);
        from.append(condition).append(")");
        values.addAll(List.of(more));
    }

    private void ofItem(@Nullable ConsentItem item) {
        if (item != null) {
            from.append(" AND (s.item = ? OR s.item LIKE ?)");
            values.add(item.stored());
            values.add(item.stored() + "/%");
        }
    }
}
