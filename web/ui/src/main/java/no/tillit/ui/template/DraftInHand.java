package no.tillit.ui.template;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import no.tillit.consent.template.EditingTemplate;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.ReAsk;
import no.tillit.consent.template.ReadingTemplates;
import no.tillit.consent.template.RichText;
import no.tillit.consent.template.RichTexts;
import no.tillit.consent.template.TemplateContent;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.consent.template.VersionDetails;
import no.tillit.consent.template.Words;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.ui.shell.Table;
import org.jspecify.annotations.Nullable;

/** The draft that a page changes a part of, and the revision that the page was made from. */
@Named
@RequestScoped
public class DraftInHand {
    @Inject
    private ReadingTemplates reading;

    @Inject
    private EditingTemplate editing;

    @Inject
    private Table table;

    private @Nullable VersionDetails details;
    private int revision;

    public VersionDetails getDetails() {
        VersionDetails read = details == null ? reading.open(id()) : details;
        details = read;
        return read;
    }

    public List<FormLanguage> getLanguages() {
        return List.of(FormLanguage.values());
    }

    public int getRevision() {
        return revision == 0 ? getDetails().version().revision() : revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public String getAddress() {
        return VersionPage.address(id());
    }

    TemplateContent content() {
        return getDetails().content();
    }

    void save(TemplateContent content) {
        save(content, getDetails().reAsk());
    }

    void save(TemplateContent content, @Nullable ReAsk reAsk) {
        editing.save(id(), getRevision(), content, reAsk);
    }

    /** Which one of so many the address is about. */
    int number(int size) {
        String number = table.filter("number");
        int at = number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : -1;
        if (at < 0 || at >= size) {
            throw new NotFound();
        }
        return at;
    }

    static void put(Map<String, String> all, Function<FormLanguage, String> words) {
        for (FormLanguage language : FormLanguage.values()) {
            all.put(language.tag(), words.apply(language));
        }
    }

    /**
     * The words in each language.
     *
     * @param field the field on the page that they are typed into
     * @throws InvalidInput at that field in its language
     */
    static Words words(Map<String, String> typed, String field) {
        Words words = Words.NONE;
        for (FormLanguage language : FormLanguage.values()) {
            Words before = words;
            words = at(language, field, () -> before.with(language, in(typed, language.tag())));
        }
        return words;
    }

    /** As {@link #words}, with paragraphs and lists. */
    static RichTexts texts(Map<String, String> typed, String field) {
        List<RichText> texts = Arrays.stream(FormLanguage.values())
                .map(language -> at(language, field, () -> RichText.typed(in(typed, language.tag()))))
                .toList();
        return new RichTexts(texts.get(0), texts.get(1), texts.get(2));
    }

    private static <T> T at(FormLanguage language, String field, Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidInput refused) {
            throw refused.at("in:" + language.ordinal() + ":" + field);
        }
    }

    private static String in(Map<String, String> typed, String language) {
        String text = typed.get(language);
        return text == null ? "" : text;
    }

    private TemplateVersionId id() {
        return new TemplateVersionId(table.id("id"));
    }
}
