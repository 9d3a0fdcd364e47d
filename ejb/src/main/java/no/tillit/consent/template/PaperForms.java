package no.tillit.consent.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import no.tillit.consent.template.internal.PaperCode;
import no.tillit.consent.template.internal.PrintedForms;
import no.tillit.consent.template.internal.TemplateVersion;
import no.tillit.consent.template.internal.Templates;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * What the code on a sheet of paper stands for, as the features above see it. A form of another project is not found, as if
 * there were none.
 *
 * <p>Does not ask for permission: the use case that calls has done so.
 */
@ApplicationScoped
public class PaperForms {
    @Inject
    private PrintedForms printed;

    @Inject
    private Templates templates;

    /**
     * A form that was printed for somebody.
     *
     * @param number as it is kept
     * @param usedFor the consent that was signed on it; null while none is
     */
    public record PrintedFor(
            String number,
            TemplateVersionId version,
            ParticipantId participant,
            FormLanguage language,
            @Nullable UUID usedFor) {}

    /** The form with this number, as somebody typed it or a code says it. */
    public Optional<PrintedFor> numbered(ProjectId project, String number) {
        return PaperCode.read(number)
                .flatMap(printed::find)
                .filter(form -> form.project().equals(project))
                .map(form -> new PrintedFor(
                        form.number(), form.version(), form.participant(), form.language(), form.usedFor()));
    }

    /** The published version with this code. */
    public Optional<TemplateVersionId> version(ProjectId project, String code) {
        return templates
                .withCode(code)
                .filter(version -> version.project().equals(project))
                .filter(TemplateVersion::isPublished)
                .map(TemplateVersion::id);
    }
}
