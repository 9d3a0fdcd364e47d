package no.tillit.erasure.internal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.DeletionLine;
import no.tillit.erasure.ErasureRequest;
import no.tillit.erasure.ManualStep;
import no.tillit.erasure.RecipientsToTell.Unconfirmed;
import no.tillit.erasure.internal.LogEvidence.Place;
import no.tillit.kernel.Clock;
import no.tillit.paper.Paper;
import org.jspecify.annotations.Nullable;

/** The certificate's text: Norwegian first, English beneath, and not a word about who was erased. */
final class CertificateHtml {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT).withZone(Clock.ZONE);
    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm; }
            body { font-family: 'Liberation Sans'; font-size: 9.5pt; color: #1e2b3c; }
            h1 { font-size: 20pt; margin: 0 0 2pt 0; font-weight: normal; }
            h2 { font-size: 12.5pt; margin: 14pt 0 4pt 0; font-weight: normal; border-bottom: 0.6pt solid #68707c;
                 page-break-after: avoid; }
            tr { page-break-inside: avoid; }
            .en { color: #4a5563; font-size: 8.5pt; }
            table { width: 100%; border-collapse: collapse; }
            th { text-align: left; font-weight: normal; color: #4a5563; }
            th, td { padding: 2.5pt 4pt 2.5pt 0; vertical-align: top; border-bottom: 0.3pt solid #c5cad1; }
            .facts th { width: 34%; }
            .hash { font-size: 7pt; }
            p { margin: 3pt 0; }""";

    private final ResourceBundle nb =
            ResourceBundle.getBundle("no.tillit.erasure.certificate", Locale.forLanguageTag("nb"));
    private final ResourceBundle en = ResourceBundle.getBundle("no.tillit.erasure.certificate", Locale.ENGLISH);
    private final StringBuilder html = new StringBuilder();

    /** The certificate as XHTML. */
    static String of(CertificateFacts facts) {
        return new CertificateHtml().write(facts);
    }

    private String write(CertificateFacts facts) {
        DeletionJobSummary job = facts.job();
        String title = nb.getString("title") + " " + job.id().value();
        html.append("<!DOCTYPE html><html lang=\"nb\"><head><title>")
                .append(Paper.escape(title))
                .append("</title><meta name=\"description\" content=\"")
                .append(Paper.escape(title))
                .append("\"/><meta name=\"subject\" content=\"")
                .append(Paper.escape(title))
                .append("\"/><meta name=\"author\" content=\"Tillit\"/><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(Paper.escape(nb.getString("title")))
                .append("</h1><p class=\"en\" lang=\"en\">")
                .append(Paper.escape(en.getString("title")))
                .append("</p>");
        paragraph("summary." + job.cause() + (job.participant() == null ? ".project" : ""));
        request(job, facts);
        lines("erased", facts.lines().stream().filter(DeletionLine::erases).toList());
        if (facts.erasedBefore() > 0) {
            paragraph("before");
            html.append("<p>").append(facts.erasedBefore()).append("</p>");
        }
        held(facts.lines().stream()
                .filter(line -> !line.erases() && !line.isAnonymised())
                .toList());
        anonymised(
                job, facts.lines().stream().filter(DeletionLine::isAnonymised).toList());
        byHand(facts.manualSteps());
        keys(facts);
        recipients(facts.unconfirmed());
        evidence(facts);
        html.append("</body></html>");
        return html.toString();
    }

    private void request(DeletionJobSummary job, CertificateFacts facts) {
        html.append("<table class=\"facts\">");
        fact("job", job.id().value().toString());
        String title = facts.title();
        fact("project", (title == null ? "" : title + " – ") + job.project().value());
        fact("cause", nb.getString("cause." + job.cause()) + " / " + en.getString("cause." + job.cause()));
        fact("authority", job.cause().reason().authority());
        fact("since", job.since().toString());
        ErasureRequest asked = job.request();
        if (asked != null) {
            fact("request", asked.receivedOn() + ", " + asked.receivedBy());
        }
        fact(
                "items",
                job.withdrawnItems().isEmpty()
                        ? nb.getString("items.all") + " / " + en.getString("items.all")
                        : String.join(", ", job.withdrawnItems()));
        fact("proposed", who(job.proposedBy(), job.proposedAt()));
        fact("presented", who(job.presentedBy(), job.presentedAt()));
        String role = job.decidedRole();
        fact("approved", who(job.decidedBy(), job.decidedAt()) + (role == null ? "" : ", " + role));
        fact("completed", TIME.format(facts.completedAt()));
        fact("failures", Long.toString(facts.failed()));
        html.append("</table>");
    }

    private void held(List<DeletionLine> held) {
        if (held.isEmpty()) {
            heading("held");
            paragraph("held.none");
        } else {
            lines("held", held);
            if (held.stream().anyMatch(line -> line.decision().equals("PRESERVE"))) {
                paragraph("held.preserved");
            }
            if (held.stream().anyMatch(line -> line.decision().equals("HOLD"))) {
                paragraph("held.hold");
            }
        }
    }

    /** What stays because it is about nobody any more, and what goes so that nobody can find out. */
    private void anonymised(DeletionJobSummary job, List<DeletionLine> staying) {
        if (!staying.isEmpty()) {
            lines("anonymised", staying);
            paragraph("anonymised.stays");
        }
        if (job.cause() == DeletionCause.END_OF_PROCESSING) {
            paragraph("linkage");
        }
    }

    /** What a program cannot do, and who says that it is done. */
    private void byHand(List<ManualStep> steps) {
        heading("manual");
        if (steps.isEmpty()) {
            paragraph("manual.none");
            return;
        }
        html.append("<table class=\"facts\">");
        steps.forEach(step -> fact("manual." + step.kind(), step.doneOn() + ", " + step.confirmedBy()));
        html.append("</table>");
    }

    /** Whom it was shared with: their answer is not waited for, and not claimed. */
    private void recipients(List<Unconfirmed> waiting) {
        heading("recipients");
        if (waiting.isEmpty()) {
            paragraph("recipients.none");
            return;
        }
        paragraph("recipients.waiting");
        waiting.forEach(each -> html.append("<p>")
                .append(Paper.escape(each.recipient()))
                .append(" (")
                .append(each.notices())
                .append(")</p>"));
    }

    private void lines(String heading, List<DeletionLine> lines) {
        heading(heading);
        html.append("<table><thead><tr>");
        for (String column : List.of("kind", "records", "parts", "bytes", "reason", "authority")) {
            html.append("<th>").append(label(column)).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (DeletionLine line : lines) {
            html.append("<tr>");
            cell(label("kind." + line.kind()));
            cell(Long.toString(line.records()));
            cell(Long.toString(line.parts()));
            cell(Long.toString(line.bytes()));
            cell(label("reason." + line.reason()));
            cell(Paper.escape(line.authority()));
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private void keys(CertificateFacts facts) {
        heading("keys");
        if (facts.checkValues().count() == 0) {
            paragraph(facts.erasedBefore() > 0 ? "keys.before" : "keys.none");
        } else {
            html.append("<p>").append(facts.checkValues().count()).append("</p>");
            html.append("<p>").append(label("keys.values")).append("</p>");
            listed(facts.checkValues());
        }
        String projectKey = facts.projectKey();
        if (projectKey != null) {
            paragraph("keys.project");
            html.append("<p class=\"hash\">").append(Paper.escape(projectKey)).append("</p>");
        }
        if (facts.hashes().count() > 0) {
            heading("hashes");
            html.append("<p>").append(facts.hashes().count()).append("</p>");
            listed(facts.hashes());
        }
    }

    private void listed(CertificateFacts.Listed values) {
        for (String value : values.first()) {
            html.append("<p class=\"hash\">").append(Paper.escape(value)).append("</p>");
        }
        if (values.count() > values.first().size()) {
            html.append("<p>").append(label("more")).append("</p>");
            html.append("<p class=\"hash\">")
                    .append(Paper.escape(values.digest()))
                    .append("</p>");
        }
    }

    private void evidence(CertificateFacts facts) {
        heading("method");
        paragraph("method.text");
        html.append("<table class=\"facts\">");
        var register = facts.register();
        fact("register", register.first() + "–" + register.last() + " (" + register.entries() + ")");
        fact("audit", Long.toString(facts.verified().number()));
        Place place = facts.verified().place();
        if (place != null) {
            fact("audit.leaf", place.index() + ": " + place.hash());
            fact("audit.checkpoint", place.origin() + ", " + place.size() + ": " + place.root());
        }
        html.append("</table>");
        paragraph(place == null ? "audit.unsigned" : "audit.how");
        heading("backups");
        if (facts.checkValues().count() > 0 || facts.projectKey() != null) {
            paragraph("backups.keys");
            html.append("<p>").append(facts.backupsUnreadableFrom()).append("</p>");
        }
        paragraph(facts.projectKey() == null ? "backups.items" : "backups.project");
        paragraph("privacy");
        paragraph("sealed");
    }

    private void heading(String key) {
        html.append("<h2>").append(label(key)).append("</h2>");
    }

    private void paragraph(String key) {
        html.append("<p>").append(Paper.escape(nb.getString(key))).append("</p>");
        html.append("<p class=\"en\" lang=\"en\">")
                .append(Paper.escape(en.getString(key)))
                .append("</p>");
    }

    private void fact(String key, String value) {
        html.append("<tr><th>")
                .append(label(key))
                .append("</th><td>")
                .append(Paper.escape(value))
                .append("</td></tr>");
    }

    private void cell(String content) {
        html.append("<td>").append(content).append("</td>");
    }

    /** The label in both languages; a kind that no bundle knows stands for itself. */
    private String label(String key) {
        if (!nb.containsKey(key)) {
            return Paper.escape(key.substring(key.indexOf('.') + 1));
        }
        return Paper.escape(nb.getString(key)) + " <span class=\"en\" lang=\"en\">" + Paper.escape(en.getString(key))
                + "</span>";
    }

    private static String who(@Nullable String username, @Nullable Instant at) {
        return username == null || at == null ? "–" : username + ", " + TIME.format(at);
    }
}
