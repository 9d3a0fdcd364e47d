package no.tillit.consent.template;

import java.time.LocalDate;
import java.util.regex.Pattern;
import no.tillit.consent.template.internal.Sanitising;
import no.tillit.project.ApprovalFacts;

/**
 * What the names in braces in a template stand for. A draft follows the approval; a published version keeps what stood there on
 * the day it was published.
 */
public record LetterFacts(String project, String controller, LocalDate endsOn) {
    private static final Pattern GAP = Pattern.compile("\\[[^\\]]*]|\\{[^}]*}");

    public static LetterFacts of(ApprovalFacts approval) {
        return new LetterFacts(approval.project(), approval.controller(), approval.endsOn());
    }

    /** The line with the names filled in. */
    public String fill(String line, FormLanguage language) {
        return line.replace("{project}", project)
                .replace("{controller}", controller)
                .replace("{endDate}", language.day(endsOn));
    }

    /** The paragraphs as XHTML with the names filled in. */
    public String fill(RichText text, FormLanguage language) {
        return text.value()
                .replace("{project}", Sanitising.escape(project))
                .replace("{controller}", Sanitising.escape(controller))
                .replace("{endDate}", language.day(endsOn));
    }

    /** The item's words with the names filled in, and {@code {counterpart}} with whom it is shared. */
    public String fill(Words words, TemplateItem item, FormLanguage language) {
        String counterpart = item.counterpart() == null ? "–" : item.counterpart();
        return fill(words.in(language), language).replace("{counterpart}", counterpart);
    }

    /** Whether something is left that has to be written by hand. */
    boolean leavesGap(String text) {
        return GAP.matcher(text.replace("{project}", "")
                        .replace("{controller}", "")
                        .replace("{endDate}", ""))
                .find();
    }
}
