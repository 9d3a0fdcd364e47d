package no.tillit.ui.template;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.tillit.consent.template.LetterSection;
import no.tillit.consent.template.RichTexts;
import no.tillit.consent.template.TemplateContent;
import no.tillit.consent.template.Topic;
import no.tillit.consent.template.Words;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** One section of a letter, in the three languages side by side. */
@Named
@RequestScoped
public class SectionPage {
    @Inject
    private DraftInHand draft;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private @Nullable Map<String, String> headings;
    private @Nullable Map<String, String> texts;
    private @Nullable Topic topic;

    /** Saves the section, and goes back to the version. */
    public void save() {
        List<LetterSection> letter = letter();
        letter.set(
                at(),
                new LetterSection(
                        getTopic(),
                        DraftInHand.words(getHeadings(), "heading"),
                        DraftInHand.texts(getTexts(), "text")));
        keep(letter, "template.saved");
    }

    /** Takes the section out. */
    public void remove() {
        List<LetterSection> letter = letter();
        letter.remove(at());
        keep(letter, "template.removed");
    }

    /** Adds an empty section at the end of the letter of the version in the address, and goes on to it. */
    public void add() {
        List<LetterSection> letter = letter();
        letter.add(new LetterSection(Topic.OTHER, Words.NONE, RichTexts.NONE));
        draft.save(with(letter));
        way.to("/template/section.xhtml?id=" + draft.getDetails().version().id().value() + "&number="
                + (letter.size() - 1));
    }

    public Map<String, String> getHeadings() {
        if (headings == null) {
            headings = new HashMap<>();
            DraftInHand.put(headings, section().heading()::in);
        }
        return headings;
    }

    public Map<String, String> getTexts() {
        if (texts == null) {
            texts = new HashMap<>();
            DraftInHand.put(texts, language -> section().text().in(language).typed());
        }
        return texts;
    }

    public Topic getTopic() {
        return topic == null ? section().topic() : topic;
    }

    public void setTopic(Topic topic) {
        this.topic = topic;
    }

    public List<SelectItem> getTopics() {
        return say.options(EnumSet.allOf(Topic.class));
    }

    private void keep(List<LetterSection> letter, String said) {
        draft.save(with(letter));
        way.to(draft.getAddress(), said);
    }

    private TemplateContent with(List<LetterSection> letter) {
        TemplateContent content = draft.content();
        return new TemplateContent(
                content.title(),
                content.samples(),
                content.validity(),
                letter,
                content.declaration(),
                content.modules());
    }

    private LetterSection section() {
        return draft.content().letter().get(at());
    }

    private int at() {
        return draft.number(draft.content().letter().size());
    }

    private List<LetterSection> letter() {
        return new ArrayList<>(draft.content().letter());
    }
}
