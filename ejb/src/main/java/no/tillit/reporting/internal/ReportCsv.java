package no.tillit.reporting.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.tillit.reporting.SiktReport;
import org.jspecify.annotations.Nullable;

/** A report as a table for a spreadsheet (RFC 4180, with semicolons); what looks like a formula is text. */
public final class ReportCsv {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private ReportCsv() {}

    public static String of(SiktReport report) {
        StringBuilder text = new StringBuilder();
        line(text, "part", "kind", "cause", "records", "first-day", "last-day", "held", "preserved");
        report.held()
                .forEach(l -> line(
                        text,
                        "held",
                        l.kind().parameter(),
                        "",
                        String.valueOf(l.records()),
                        day(l.firstDue()),
                        day(l.lastDue()),
                        String.valueOf(l.suspended()),
                        String.valueOf(l.preserved())));
        report.erased()
                .forEach(l -> line(
                        text,
                        "erased",
                        l.kind(),
                        l.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        String.valueOf(l.records()),
                        "",
                        day(l.last()),
                        "",
                        ""));
        line(text, "participants", "there", "", String.valueOf(report.participants()), "", "", "", "");
        line(text, "participants", "erased", "", String.valueOf(report.erasedParticipants()), "", "", "", "");
        line(text, "anonymised", "released", "", String.valueOf(report.anonymised()), "", "", "", "");
        line(text, "anonymised", "drafts", "", String.valueOf(report.drafts()), "", "", "", "");
        line(
                text,
                "approval",
                report.project().reference(),
                "",
                "",
                day(report.project().assessedOn()),
                day(report.project().endsOn()),
                "",
                "");
        return text.toString();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static void line(StringBuilder text, String... cells) {
        text.append(List.of(cells).stream().map(ReportCsv::cell).collect(Collectors.joining(";")))
                .append("\r\n");
    }

    static String cell(String value) {
        String safe = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
