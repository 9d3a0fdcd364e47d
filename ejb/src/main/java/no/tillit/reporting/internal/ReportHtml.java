package no.tillit.reporting.internal;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import no.tillit.paper.Paper;
import no.tillit.reporting.SiktReport;
import org.jspecify.annotations.Nullable;

/** A report on paper: readable by an official who has never seen Tillit. */
public final class ReportHtml {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm; }
            body { font-family: 'Liberation Sans'; font-size: 10.5pt; color: #1e2b3c; }
            h1 { font-size: 20pt; margin: 0 0 4pt 0; font-weight: normal; }
            h2 { font-size: 13pt; margin: 16pt 0 4pt 0; font-weight: normal; border-bottom: 0.6pt solid #68707c;
                 page-break-after: avoid; }
            tr { page-break-inside: avoid; }
            table { width: 100%; border-collapse: collapse; }
            th { text-align: left; font-weight: normal; color: #4a5563; }
            th, td { padding: 3pt 6pt 3pt 0; vertical-align: top; border-bottom: 0.3pt solid #c5cad1; }
            .facts th { width: 34%; }
            p { margin: 4pt 0; }""";

    private final ResourceBundle words;
    private final StringBuilder html = new StringBuilder();

    private ReportHtml(String language) {
        words = ResourceBundle.getBundle("no.tillit.reporting.report", Locale.forLanguageTag(language));
    }

    /** The report as XHTML in this language. */
    public static String of(SiktReport report, String language) {
        return new ReportHtml(language).write(report, language);
    }

    private String write(SiktReport report, String language) {
        var project = report.project();
        String title = say(report.closing() ? "title.closing" : "title.followUp") + " – " + project.name();
        String safe = Paper.escape(title);
        html.append("<!DOCTYPE html><html lang=\"" + language + "\"><head><title>" + safe + "</title>"
                + "<meta name=\"description\" content=\"" + safe + "\"/><meta name=\"subject\" content=\"" + safe
                + "\"/><meta name=\"author\" content=\"Tillit\"/><style>" + STYLE + "</style></head><body><h1>" + safe
                + "</h1>");
        paragraph(MessageFormat.format(say("asOf"), DAY.format(report.day())));
        html.append("<table class=\"facts\">");
        fact("reference", project.reference());
        fact("controller", project.controller());
        fact("assessed", DAY.format(project.assessedOn()));
        fact("ends", DAY.format(project.endsOn()));
        fact("participants", String.valueOf(report.participants()));
        fact("erasedParticipants", String.valueOf(report.erasedParticipants()));
        fact("anonymised", String.valueOf(report.anonymised()));
        fact("drafts", String.valueOf(report.drafts()));
        html.append("</table>");
        held(report);
        erased(report);
        paragraph(say("privacy"));
        return html.append("</body></html>").toString();
    }

    private void held(SiktReport report) {
        heading("held");
        if (report.held().isEmpty()) {
            paragraph(say("held.none"));
            return;
        }
        head("kind", "records", "firstDue", "lastDue", "suspended", "preserved");
        report.held()
                .forEach(l -> row(List.of(
                        say("kind." + l.kind().parameter()),
                        String.valueOf(l.records()),
                        day(l.firstDue()),
                        day(l.lastDue()),
                        String.valueOf(l.suspended()),
                        String.valueOf(l.preserved()))));
        html.append("</tbody></table>");
        if (report.held().stream().anyMatch(l -> l.preserved() > 0)) {
            paragraph(say("preserved.why"));
        }
        if (report.held().stream().anyMatch(l -> l.suspended() > 0)) {
            paragraph(say("suspended.why"));
        }
    }

    private void erased(SiktReport report) {
        heading("erased");
        if (report.erased().isEmpty()) {
            paragraph(say("erased.none"));
            return;
        }
        head("kind", "cause", "records", "last");
        report.erased()
                .forEach(l -> row(List.of(
                        words.containsKey("step." + l.kind()) ? say("step." + l.kind()) : l.kind(),
                        say("cause." + l.cause()),
                        String.valueOf(l.records()),
                        day(l.last()))));
        html.append("</tbody></table>");
    }

    private void head(String... columns) {
        html.append("<table><thead><tr>");
        for (String column : columns) {
            html.append("<th>").append(Paper.escape(say(column))).append("</th>");
        }
        html.append("</tr></thead><tbody>");
    }

    private void row(List<String> cells) {
        html.append("<tr>");
        cells.forEach(cell -> html.append("<td>").append(Paper.escape(cell)).append("</td>"));
        html.append("</tr>");
    }

    private void fact(String key, String value) {
        html.append("<tr><th>" + Paper.escape(say(key)) + "</th><td>" + Paper.escape(value) + "</td></tr>");
    }

    private void heading(String key) {
        html.append("<h2>").append(Paper.escape(say(key))).append("</h2>");
    }

    private void paragraph(String text) {
        html.append("<p>").append(Paper.escape(text)).append("</p>");
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }

    private String say(String key) {
        return words.getString(key);
    }
}
