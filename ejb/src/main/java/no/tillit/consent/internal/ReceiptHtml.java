package no.tillit.consent.internal;

import static no.tillit.paper.Paper.escape;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Collection;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.EndedBy;
import no.tillit.consent.Recipient;
import no.tillit.consent.WithdrawalPreview;
import no.tillit.consent.WithdrawalPreview.Line;
import no.tillit.consent.template.FormLanguage;

/** The receipt of a withdrawal, for somebody who reads slowly: large letters, short sentences, no name (O-20). */
final class ReceiptHtml {
    private static final String STYLE = """
            @page { size: A4; margin: 20mm; @bottom-right { content: counter(page) " / " counter(pages); font-family: 'Liberation Sans'; font-size: 10pt; } }
            body { font-family: 'Liberation Sans'; font-size: 14pt; line-height: 1.5; color: #1e2b3c; }
            h1 { font-size: 1.7em; line-height: 1.25; font-weight: normal; margin: 0 0 0.6em 0; }
            h2 { font-size: 1.2em; font-weight: normal; margin: 1.2em 0 0.2em 0; page-break-after: avoid; }
            p { margin: 0 0 0.6em 0; }
            ul { margin: 0 0 0.6em 0; padding-left: 1.4em; }""";

    /** What was taken back, from which project and by whom. */
    record Receipt(
            String project,
            String controller,
            String pseudonym,
            LocalDate day,
            EndedBy endedBy,
            Collection<ConsentItem> items,
            WithdrawalPreview effect) {}

    private final Receipt receipt;
    private final FormLanguage language;
    private final ResourceBundle words;
    private final StringBuilder html = new StringBuilder();

    ReceiptHtml(Receipt receipt, FormLanguage language) {
        this.receipt = receipt;
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "no.tillit.consent.receipt",
                language.locale(),
                ReceiptHtml.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String text() {
        String title = say("title");
        html.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language.tag() + "\"><head><title>")
                .append(escape(title))
                .append("</title><meta name=\"description\" content=\"" + escape(title) + "\"/>")
                .append("<meta name=\"subject\" content=\"" + escape(title)
                        + "\"/><meta name=\"author\" content=\"Tillit\"/>")
                .append("<style>" + STYLE + "</style></head><body><h1>" + escape(title) + "</h1>");
        paragraph("project", receipt.project(), receipt.controller());
        paragraph("about", receipt.pseudonym());
        paragraph("day." + receipt.endedBy().name(), language.day(receipt.day()));
        list(receipt.items().stream()
                .sorted()
                .map(item -> ItemWords.say(item, words))
                .collect(Collectors.toList()));
        heading("now");
        paragraph("closed");
        paragraph("place");
        lines("goes", receipt.effect().goes());
        paragraph("deletion");
        lines("stays", receipt.effect().stays());
        recipients();
        heading("rights");
        paragraph("access");
        paragraph("complaint");
        return html.append("</body></html>").toString();
    }

    private void recipients() {
        var names = receipt.effect().recipients().stream()
                .map(Recipient::name)
                .distinct()
                .collect(Collectors.toList());
        if (!names.isEmpty()) {
            heading("recipients");
            paragraph("recipients.told");
            list(names);
        }
    }

    private void lines(String key, Collection<Line> lines) {
        heading(key);
        if (lines.isEmpty()) {
            paragraph(key + ".nothing");
            return;
        }
        list(lines.stream()
                .map(line -> say("line", line.records(), say("kind." + line.kind()))
                        + " "
                        + say("why." + line.why().name())
                        + (line.group() ? " " + say("group") : ""))
                .collect(Collectors.toList()));
    }

    private void list(Collection<String> texts) {
        html.append("<ul>");
        texts.forEach(text -> html.append("<li>").append(escape(text)).append("</li>"));
        html.append("</ul>");
    }

    private void heading(String key) {
        html.append("<h2>").append(escape(say(key))).append("</h2>");
    }

    private void paragraph(String key, Object... values) {
        html.append("<p>").append(escape(say(key, values))).append("</p>");
    }

    private String say(String key, Object... values) {
        return new MessageFormat(words.getString(key), language.locale()).format(values);
    }
}
