package no.tillit.consent.template;

import java.util.function.UnaryOperator;

/** A ready-made template as a lead fills it in. */
public final class WholeTemplate {
    private WholeTemplate() {}

    /** The same with every gap filled. */
    public static TemplateContent of(TemplateContent content) {
        return new TemplateContent(
                content.title(),
                content.samples(),
                content.validity(),
                content.letter().stream()
                        .map(section -> new LetterSection(section.topic(), section.heading(), filled(section.text())))
                        .toList(),
                content.declaration(),
                content.modules().stream()
                        .map(module -> new TemplateModule(
                                module.title(),
                                module.validity(),
                                module.items().stream()
                                        .map(WholeTemplate::filled)
                                        .toList()))
                        .toList());
    }

    private static RichTexts filled(RichTexts texts) {
        UnaryOperator<RichText> fill = text -> new RichText(text.value().replaceAll("\\[[^\\]]*]", "noe"));
        return new RichTexts(fill.apply(texts.nb()), fill.apply(texts.nn()), fill.apply(texts.en()));
    }

    private static TemplateItem filled(TemplateItem item) {
        return new TemplateItem(
                item.kind(),
                item.area(),
                item.counterpart() == null ? null : "NAV",
                item.mandatory(),
                item.label(),
                item.purpose(),
                item.categories(),
                item.validity());
    }
}
