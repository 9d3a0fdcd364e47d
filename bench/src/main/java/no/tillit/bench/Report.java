package no.tillit.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One table: what was measured, beside what, and whether it reaches what was promised. */
final class Report {
    private static final List<String> HEAD = List.of("what", "Tillit", "against", "ratio", "to reach", "reached");

    private final List<List<String>> rows = new ArrayList<>();

    /** Two speeds of the same work; the first is to be at least {@code share} of the second. */
    void ratio(String what, String unit, double ours, String other, double theirs, double share) {
        double ratio = ours / theirs;
        add(
                what,
                number(ours) + " " + unit,
                other + " " + number(theirs) + " " + unit,
                String.format(Locale.ROOT, "%.2f", ratio),
                "≥ " + share,
                yesOrNo(ratio >= share));
    }

    void atLeast(String what, String unit, double value, double wanted) {
        add(what, number(value) + " " + unit, "", "", "≥ " + number(wanted) + " " + unit, yesOrNo(value >= wanted));
    }

    void atMost(String what, String unit, double value, double wanted) {
        add(what, number(value) + " " + unit, "", "", "≤ " + number(wanted) + " " + unit, yesOrNo(value <= wanted));
    }

    void fact(String what, String value, String wanted, boolean reached) {
        add(what, value, "", "", wanted, yesOrNo(reached));
    }

    /** A figure that nothing was promised about. */
    void note(String what, String value) {
        add(what, value, "", "", "", "");
    }

    private void add(String... row) {
        rows.add(List.of(row));
    }

    private static String yesOrNo(boolean reached) {
        return reached ? "yes" : "NO";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    String text() {
        int[] widths = widths();
        var text = new StringBuilder();
        for (List<String> row : all()) {
            for (int i = 0; i < widths.length; i++) {
                text.append(String.format("%-" + (widths[i] + 2) + "s", row.get(i)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    String markdown() {
        var text = new StringBuilder();
        for (List<String> row : all()) {
            text.append("| ").append(String.join(" | ", row)).append(" |\n");
            if (row == HEAD) {
                text.append("|---".repeat(HEAD.size())).append("|\n");
            }
        }
        return text.toString();
    }

    private List<List<String>> all() {
        List<List<String>> all = new ArrayList<>(rows);
        all.add(0, HEAD);
        return all;
    }

    private int[] widths() {
        int[] widths = new int[HEAD.size()];
        for (List<String> row : all()) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    static double median(double[] values) {
        return percentile(values, 50);
    }

    /** The value that so many per cent of all are at or below. */
    static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }
}
