package no.tillit.consent.template;

import org.jspecify.annotations.Nullable;

/**
 * Something that has to be mended before a draft is published.
 *
 * @param topic the section it is about; null for the version as a whole or an item
 * @param item the code of the item it is about; null otherwise
 * @param language the language it is about; null when it is about all
 */
public record Finding(
        FindingKind kind,
        @Nullable Topic topic,
        @Nullable String item,
        @Nullable FormLanguage language,
        String sentence) {
    static Finding of(FindingKind kind) {
        return new Finding(kind, null, null, null, kind.sentence());
    }

    static Finding of(FindingKind kind, FormLanguage language) {
        return new Finding(kind, null, null, language, kind.sentence());
    }

    static Finding of(FindingKind kind, Topic topic, @Nullable FormLanguage language) {
        return new Finding(kind, topic, null, language, kind.sentence());
    }

    static Finding of(FindingKind kind, TemplateItem item, @Nullable FormLanguage language) {
        return new Finding(kind, null, item.code(), language, kind.sentence());
    }
}
