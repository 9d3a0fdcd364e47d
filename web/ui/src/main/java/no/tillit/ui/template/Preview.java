package no.tillit.ui.template;

import java.util.ArrayList;
import java.util.List;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.LetterFacts;
import no.tillit.consent.template.LetterSection;
import no.tillit.consent.template.TemplateItem;
import no.tillit.consent.template.TemplateModule;
import no.tillit.consent.template.VersionDetails;

/**
 * A version as it reads in one language, with the names in braces filled in.
 *
 * @param declaration sanitised XHTML, as the texts of the parts are
 */
public record Preview(String title, List<Part> letter, List<Group> groups, String declaration) {
    /** A section of the letter; {@code number} counts from 0. */
    public record Part(int number, String heading, String html) {}

    /** A module of the form; {@code number} counts from 0. */
    public record Group(int number, String title, List<Question> questions) {}

    /** An item of the form; {@code number} counts from 0 over all modules. */
    public record Question(int number, String label, String purpose, boolean mandatory) {}

    static Preview of(VersionDetails details, FormLanguage language) {
        LetterFacts facts = details.facts();
        var content = details.content();
        List<Part> letter = new ArrayList<>();
        for (LetterSection section : content.letter()) {
            letter.add(new Part(
                    letter.size(),
                    facts.fill(section.heading().in(language), language),
                    facts.fill(section.text().in(language), language)));
        }
        List<Group> groups = new ArrayList<>();
        int number = 0;
        for (TemplateModule module : content.modules()) {
            List<Question> questions = new ArrayList<>();
            for (TemplateItem item : module.items()) {
                questions.add(new Question(
                        number++,
                        facts.fill(item.label(), item, language),
                        facts.fill(item.purpose(), item, language),
                        item.mandatory()));
            }
            groups.add(new Group(groups.size(), facts.fill(module.title().in(language), language), questions));
        }
        return new Preview(
                facts.fill(content.title().in(language), language),
                letter,
                groups,
                facts.fill(content.declaration().in(language), language));
    }
}
