package no.tillit.consent.template.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.LetterSection;
import no.tillit.consent.template.RichTexts;
import no.tillit.consent.template.TemplateContent;
import no.tillit.consent.template.TemplateItem;
import no.tillit.consent.template.TemplateModule;
import no.tillit.consent.template.Validity;
import no.tillit.consent.template.Words;
import org.jspecify.annotations.Nullable;

/** Writes a template as XML that a person can read, the same for the same content; {@link TemplateXml} reads it. */
final class TemplateWriter {
    private final StringBuilder xml = new StringBuilder();

    private TemplateWriter() {}

    static String write(TemplateContent content) {
        return new TemplateWriter().template(content);
    }

    private String template(TemplateContent content) {
        xml.append("<template");
        attribute(
                "samples",
                content.samples().stream().map(UUID::toString).sorted().collect(Collectors.joining(" ")));
        valid(content.validity());
        xml.append(">\n");
        each(language -> " title=\"" + Sanitising.escape(content.title().in(language)) + "\"/>");
        for (LetterSection section : content.letter()) {
            xml.append("<section");
            attribute("topic", kebab(section.topic()));
            xml.append(">\n");
            each(language -> " heading=\"" + Sanitising.escape(section.heading().in(language)) + "\""
                    + body(section.text(), language));
            xml.append("</section>\n");
        }
        xml.append("<declaration>\n");
        each(language -> body(content.declaration(), language));
        xml.append("</declaration>\n");
        content.modules().forEach(this::module);
        return xml.append("</template>\n").toString();
    }

    private void module(TemplateModule module) {
        xml.append("<module");
        valid(module.validity());
        xml.append(">\n");
        each(language -> " title=\"" + Sanitising.escape(module.title().in(language)) + "\"/>");
        for (TemplateItem item : module.items()) {
            xml.append("<item");
            attribute("kind", item.kind().kebab());
            attribute("area", item.area() == null ? "" : kebab(item.area()));
            attribute("counterpart", item.counterpart() == null ? "" : item.counterpart());
            attribute("mandatory", item.mandatory() ? "yes" : "no");
            attribute("categories", names(item.categories()));
            valid(item.validity());
            xml.append(">\n");
            each(language ->
                    words("label", item.label(), language) + words("purpose", item.purpose(), language) + "/>");
            xml.append("</item>\n");
        }
        xml.append("</module>\n");
    }

    private void each(Function<FormLanguage, String> write) {
        for (FormLanguage language : FormLanguage.values()) {
            xml.append('<').append(language.tag()).append(write.apply(language)).append('\n');
        }
    }

    private static String body(RichTexts texts, FormLanguage language) {
        return ">" + texts.in(language).value() + "</" + language.tag() + ">";
    }

    private static String words(String attribute, Words words, FormLanguage language) {
        return " " + attribute + "=\"" + Sanitising.escape(words.in(language)) + "\"";
    }

    private void attribute(String name, String value) {
        if (!value.isEmpty()) {
            xml.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(Sanitising.escape(value))
                    .append('"');
        }
    }

    private void valid(@Nullable Validity validity) {
        if (validity != null) {
            attribute(
                    "valid",
                    validity.until() != null
                            ? validity.until().toString()
                            : validity.months() != null ? validity.months().toString() : "project");
        }
    }

    private static String names(Collection<? extends Enum<?>> values) {
        return values.stream().map(TemplateWriter::kebab).sorted().collect(Collectors.joining(" "));
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
