package no.tillit.consent.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.tillit.consent.BoardRow;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentState;

/** A board as a table for a spreadsheet (RFC 4180, with semicolons); what looks like a formula is text. */
public final class BoardCsv {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final List<ConsentItem> items;
    private final StringBuilder text = new StringBuilder();

    /** A table with three columns for each of these items. */
    public BoardCsv(Collection<ConsentItem> items) {
        this.items = List.copyOf(items);
        List<String> heads = new ArrayList<>(List.of("pseudonym", "participant"));
        this.items.stream().map(ConsentItem::code).forEach(item -> {
            heads.add(item);
            heads.add(item + "-since");
            heads.add(item + "-last-day");
        });
        heads.add("forms-to-check");
        line(heads);
    }

    /** Adds a line. */
    public void add(BoardRow row) {
        List<String> cells = new ArrayList<>(List.of(row.pseudonym(), kebab(row.state())));
        for (ConsentItem item : items) {
            var cell = row.items().stream().filter(c -> c.item().equals(item)).findFirst();
            cells.add(cell.map(c -> kebab(c.state())).orElse(""));
            cells.add(cell.map(c -> c.since().toString()).orElse(""));
            cells.add(cell.filter(c -> c.state() == ConsentState.GIVEN || c.state() == ConsentState.EXPIRED)
                    .map(c -> c.lastDay() == null ? "" : c.lastDay().toString())
                    .orElse(""));
        }
        cells.add(String.valueOf(row.unchecked()));
        line(cells);
    }

    /** The whole table. */
    public String text() {
        return text.toString();
    }

    /** The value as it stands in a table; what a spreadsheet would take for a formula is disarmed. */
    public static String cell(String value) {
        String safe = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    private void line(List<String> cells) {
        text.append(cells.stream().map(BoardCsv::cell).collect(Collectors.joining(";")))
                .append("\r\n");
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
