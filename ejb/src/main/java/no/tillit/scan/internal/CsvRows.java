package no.tillit.scan.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.tillit.kernel.InvalidInput;

/** A table as spreadsheets save it (RFC 4180; semicolons, commas or tabs between), by the names in its first row. */
final class CsvRows {
    private static final int MOST_ROWS = 5000;
    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_CELL = 400;

    private final String text;
    private final char between;
    private int at;
    private int line = 1;

    /**
     * One row.
     *
     * @param line where it begins in the file, from 1
     * @param cells by the names of their columns in lower case; empty cells are not among them
     */
    record Row(int line, Map<String, String> cells) {
        String cell(String name) {
            return cells.getOrDefault(name, "");
        }
    }

    private CsvRows(String text, char between) {
        this.text = text;
        this.between = between;
    }

    /** @throws InvalidInput when there is no heading, a name stands there twice, or there is too much */
    static List<Row> read(String file) {
        String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
        String first = text.lines().findFirst().orElse("");
        char between = first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
        return new CsvRows(text, between).rows();
    }

    private List<Row> rows() {
        List<String> names = next().stream().map(CsvRows::name).toList();
        if (names.stream().allMatch(String::isEmpty)
                || names.stream().distinct().count() < names.size()) {
            throw new InvalidInput("table-unreadable", "csv", "The first row names each column once.");
        }
        List<Row> rows = new ArrayList<>();
        while (at < text.length()) {
            int begins = line;
            Row row = row(begins, names, next());
            if (!row.cells().isEmpty()) {
                rows.add(row);
            }
            if (rows.size() > MOST_ROWS) {
                throw new InvalidInput("table-too-long", "csv", "Send at most " + MOST_ROWS + " rows at a time.");
            }
        }
        return rows;
    }

    /** Of a column; an item that names an agency names it as it is written. */
    private static String name(String head) {
        return head.indexOf('/') < 0 ? head.toLowerCase(Locale.ROOT) : head;
    }

    private static Row row(int line, List<String> names, List<String> cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                named.put(i < names.size() ? names.get(i) : "", cells.get(i));
            }
        }
        return new Row(line, named);
    }

    private List<String> next() {
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        while (at < text.length()) {
            char sign = text.charAt(at++);
            if (sign == '\n') {
                line++;
            }
            if (quoted) {
                boolean twice = sign == '"' && at < text.length() && text.charAt(at) == '"';
                if (sign == '"' && !twice) {
                    quoted = false;
                } else {
                    cell.append(sign);
                    at += twice ? 1 : 0;
                }
            } else if (sign == '"') {
                quoted = true;
            } else if (sign == between) {
                cells.add(cell(cell));
                if (cells.size() > MOST_COLUMNS) {
                    throw new InvalidInput("table-unreadable", "csv", "There are more columns than anything here has.");
                }
            } else if (sign == '\n') {
                break;
            } else if (sign != '\r') {
                cell.append(sign);
            }
        }
        cells.add(cell(cell));
        return cells;
    }

    private static String cell(StringBuilder signs) {
        String cell = signs.toString().strip();
        signs.setLength(0);
        if (cell.length() > LONGEST_CELL) {
            throw new InvalidInput("table-unreadable", "csv", "A cell is longer than anything that belongs here.");
        }
        return cell;
    }
}
