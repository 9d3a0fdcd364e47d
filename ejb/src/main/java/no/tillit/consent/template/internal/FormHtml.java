package no.tillit.consent.template.internal;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.LetterFacts;
import no.tillit.consent.template.LetterSection;
import no.tillit.consent.template.TemplateContent;
import no.tillit.consent.template.TemplateItem;
import no.tillit.consent.template.TemplateModule;
import no.tillit.consent.template.Validity;
import no.tillit.kernel.Clock;
import no.tillit.paper.Paper;
import org.jspecify.annotations.Nullable;

/** The letter, and on a page of its own the form, as XHTML for print; a code at the foot of every page (O-20). */
public final class FormHtml {
    /**
     * What is printed.
     *
     * @param code of the version
     * @param number of the form; null when it is blank
     */
    public record Sheet(
            TemplateContent content,
            LetterFacts facts,
            FormLanguage language,
            boolean largePrint,
            boolean draft,
            String code,
            @Nullable String number,
            @Nullable Filled filled) {
        /** A sheet to be filled in. */
        public Sheet(
                TemplateContent content,
                LetterFacts facts,
                FormLanguage language,
                boolean largePrint,
                boolean draft,
                String code,
                @Nullable String number) {
            this(content, facts, language, largePrint, draft, code, number, null);
        }
    }

    /**
     * What was answered, and how.
     *
     * @param answers by the code of the item
     * @param attested whether it was signed without drawing
     * @param ink the signature as the address of a picture; null without one
     * @param present who was there; null when nobody is named
     * @param reason why somebody else filled in; null otherwise
     */
    public record Filled(
            Map<String, Boolean> answers,
            CaptureMethod method,
            Instant at,
            boolean attested,
            @Nullable String ink,
            @Nullable String present,
            @Nullable String reason) {}

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 20mm 36mm 20mm;
                    @bottom-left { content: element(mark); width: 80%%; vertical-align: top; }
                    @bottom-right { content: counter(page) " / " counter(pages); font-family: 'Liberation Sans'; font-size: %2$spt; } }
            .mark { position: running(mark); font-size: %2$spt; }
            .mark p { padding: 6mm 0 0 25mm; margin: 0; }
            body { font-family: 'Liberation Sans'; font-size: %1$spt; line-height: 1.5; color: #1e2b3c; }
            h1 { font-size: 1.7em; line-height: 1.25; font-weight: normal; margin: 0 0 0.6em 0; }
            h2 { font-size: 1.2em; font-weight: normal; margin: 1.2em 0 0.2em 0; page-break-after: avoid; }
            p { margin: 0 0 0.6em 0; orphans: 2; widows: 2; }
            ul, ol { margin: 0 0 0.6em 0; padding-left: 1.4em; }
            strong { font-weight: normal; border-bottom: 0.8pt solid #1e2b3c; }
            .form { page-break-before: always; }
            .draft { border: 1.5pt solid #1e2b3c; padding: 4pt 8pt; }
            .item { page-break-inside: avoid; border-top: 0.6pt solid #68707c; padding: 0.6em 0; }
            .item p { margin: 0 0 0.3em 0; }
            .small { color: #4a5563; font-size: %2$spt; }
            .answer { margin-right: 2em; }
            .box { display: inline-block; width: 1em; height: 1em; border: 1.2pt solid #1e2b3c; vertical-align: middle; margin-right: 0.4em; text-align: center; line-height: 1; }
            .ink { width: 80mm; height: 32mm; border: 0.6pt solid #68707c; }
            .sign { page-break-inside: avoid; }
            .line { border-bottom: 0.8pt solid #1e2b3c; height: 2.6em; margin-bottom: 0.2em; }""";

    private final Sheet sheet;
    private final ResourceBundle words;
    private final StringBuilder html = new StringBuilder();

    private FormHtml(Sheet sheet) {
        this.sheet = sheet;
        this.words = ResourceBundle.getBundle(
                "no.tillit.consent.template.form",
                sheet.language().locale(),
                FormHtml.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The sheet as XHTML. */
    public static String of(Sheet sheet) {
        return new FormHtml(sheet).write();
    }

    private String write() {
        String title = fill(sheet.content().title().in(sheet.language()));
        html.append("<!DOCTYPE html><html lang=\"")
                .append(sheet.language().tag())
                .append("\"><head><title>")
                .append(title)
                .append("</title>");
        for (String meta : new String[] {"description", "subject"}) {
            html.append("<meta name=\"")
                    .append(meta)
                    .append("\" content=\"")
                    .append(title)
                    .append("\"/>");
        }
        html.append("<meta name=\"author\" content=\"")
                .append(Paper.escape(sheet.facts().controller()))
                .append("\"/><style>")
                .append(sheet.largePrint() ? STYLE.formatted("18", "14") : STYLE.formatted("11.5", "9.5"))
                .append("</style><bookmarks><bookmark name=\"")
                .append(Paper.escape(words.getString("title")))
                .append("\" href=\"#form\"/></bookmarks></head><body>");
        mark();
        draft();
        heading("h1", title);
        sheet.content().letter().forEach(this::section);
        html.append("<div class=\"form\" id=\"form\">");
        draft();
        heading("h1", Paper.escape(words.getString("title")));
        paragraph("", Paper.escape(words.getString("how")));
        sheet.content().modules().forEach(this::module);
        signature();
        return html.append("</div></body></html>").toString();
    }

    /** What the code says, beside the place where it is put. */
    private void mark() {
        String version = sheet.code() + " " + sheet.language().tag().toUpperCase(Locale.ROOT);
        html.append("<div class=\"mark\"><p>")
                .append(words.getString("version"))
                .append(' ')
                .append(version);
        if (sheet.number() != null) {
            html.append("<br />").append(words.getString("number")).append(' ').append(sheet.number());
        }
        html.append("</p></div>");
    }

    private void draft() {
        if (sheet.draft()) {
            paragraph("draft", Paper.escape(words.getString("draft")));
        }
    }

    private void section(LetterSection section) {
        heading("h2", fill(section.heading().in(sheet.language())));
        html.append(sheet.facts().fill(section.text().in(sheet.language()), sheet.language()));
    }

    private void module(TemplateModule module) {
        heading("h2", fill(module.title().in(sheet.language())));
        module.items().forEach(this::item);
    }

    private void item(TemplateItem item) {
        html.append("<div class=\"item\">");
        paragraph("", Paper.escape(sheet.facts().fill(item.label(), item, sheet.language())));
        String purpose = sheet.facts().fill(item.purpose(), item, sheet.language());
        String categories = item.categories().stream()
                .sorted()
                .map(category -> words.getString("category." + category))
                .collect(Collectors.joining(", "));
        paragraph("small", Paper.escape(purpose));
        paragraph(
                "small",
                Paper.escape(words.getString("about") + " " + categories + ". "
                        + holds(sheet.content().validityOf(item))));
        html.append("<p>");
        answer("yes", Boolean.TRUE.equals(given(item)));
        answer("no", Boolean.FALSE.equals(given(item)));
        html.append("</p></div>");
    }

    private @Nullable Boolean given(TemplateItem item) {
        Filled filled = sheet.filled();
        return filled == null ? null : filled.answers().get(item.code());
    }

    private void answer(String word, boolean chosen) {
        html.append("<span class=\"answer\"><span class=\"box\">")
                .append(chosen ? "X" : "")
                .append("</span>")
                .append(Paper.escape(words.getString(word)))
                .append("</span>");
    }

    private String holds(Validity validity) {
        String until = Optional.ofNullable(validity.until())
                .map(sheet.language()::day)
                .orElseGet(() -> sheet.language().day(sheet.facts().endsOn()));
        Integer months = validity.months();
        return months == null
                ? words.getString("holds.until").replace("{0}", until)
                : words.getString("holds.months")
                        .replace("{0}", months.toString())
                        .replace("{1}", until);
    }

    private void signature() {
        html.append("<div class=\"sign\">");
        heading("h2", Paper.escape(words.getString("sign")));
        html.append(sheet.facts().fill(sheet.content().declaration().in(sheet.language()), sheet.language()));
        Filled filled = sheet.filled();
        if (filled == null) {
            for (String line : new String[] {"date", "signature"}) {
                html.append("<div class=\"line\"></div>");
                paragraph("small", Paper.escape(words.getString(line)));
            }
        } else {
            signed(filled);
        }
        paragraph("", Paper.escape(words.getString("keep")));
        html.append("</div>");
    }

    private void signed(Filled filled) {
        if (filled.ink() != null) {
            html.append("<p><img class=\"ink\" src=\"")
                    .append(filled.ink())
                    .append("\" alt=\"")
                    .append(Paper.escape(words.getString("signature")))
                    .append("\"/></p>");
        }
        ZonedDateTime at = filled.at().atZone(Clock.ZONE);
        String key = "captured." + filled.method() + (filled.attested() ? ".attested" : "");
        paragraph(
                "",
                Paper.escape(words.getString(key)
                        .replace("{0}", sheet.language().day(at.toLocalDate()))
                        .replace(
                                "{1}",
                                DateTimeFormatter.ofPattern("HH.mm", Locale.ROOT)
                                        .format(at))));
        told("captured.present", filled.present());
        told("captured.reason", filled.reason());
    }

    private void told(String key, @Nullable String text) {
        if (text != null) {
            paragraph("", Paper.escape(words.getString(key).replace("{0}", text)));
        }
    }

    private void heading(String level, String content) {
        html.append('<')
                .append(level)
                .append('>')
                .append(content)
                .append("</")
                .append(level)
                .append('>');
    }

    private void paragraph(String style, String content) {
        html.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">")
                .append(content)
                .append("</p>");
    }

    private String fill(String line) {
        return Paper.escape(sheet.facts().fill(line, sheet.language()));
    }
}
