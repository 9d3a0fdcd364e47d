package no.tillit.consent.template;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * All that a version says: the letter, section by section; the declaration; and the items, module by module.
 *
 * <p>{@code {project}}, {@code {controller}} and {@code {endDate}} in its texts stand for what the approval says; what still
 * has to be written stands in square brackets.
 *
 * @param title what the letter is called
 * @param samples the approval's samples it is for
 * @param validity how long a yes holds for what does not say so itself; null until the project ends
 * @param letter at most 40 sections
 * @param declaration what the signature stands under
 * @param modules at most 20
 */
public record TemplateContent(
        Words title,
        Set<UUID> samples,
        @Nullable Validity validity,
        List<LetterSection> letter,
        RichTexts declaration,
        List<TemplateModule> modules) {
    public TemplateContent {
        title = title == null ? Words.NONE : title;
        samples = samples == null ? Set.of() : new LinkedHashSet<>(samples);
        letter = letter == null ? List.of() : List.copyOf(letter);
        declaration = declaration == null ? RichTexts.NONE : declaration;
        modules = modules == null ? List.of() : List.copyOf(modules);
        if (samples.stream().anyMatch(Objects::isNull)) {
            throw new InvalidInput("missing", "samples", "Name each sample by its id.");
        }
        if (letter.size() > 40 || modules.size() > 20 || samples.size() > 20) {
            throw new InvalidInput(
                    "template-too-big", "letter", "A version has at most 40 sections, 20 modules and 20 samples.");
        }
    }

    /** All its items, in the order of the form. */
    public List<TemplateItem> items() {
        return modules.stream().flatMap(module -> module.items().stream()).toList();
    }

    /** How long a yes to the item holds: the item's own word, else its module's, else the version's, else the project. */
    public Validity validityOf(TemplateItem item) {
        Optional<TemplateModule> module =
                modules.stream().filter(m -> m.items().contains(item)).findFirst();
        return Stream.of(
                        Optional.ofNullable(item.validity()),
                        module.map(TemplateModule::validity),
                        Optional.ofNullable(validity))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Validity.UNTIL_PROJECT_END);
    }

    /** The last day on which a yes to the item holds that was signed on this day. */
    public LocalDate lastDay(TemplateItem item, LocalDate signedOn, LocalDate projectEnds) {
        return validityOf(item).lastDay(signedOn, projectEnds);
    }

    /** The same, for other samples. */
    public TemplateContent forSamples(Set<UUID> others) {
        return new TemplateContent(title, others, validity, letter, declaration, modules);
    }
}
