package no.tillit.consent.capture.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.tillit.consent.capture.Circumstances;
import no.tillit.consent.capture.Signature;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.consent.template.LetterFacts;
import no.tillit.consent.template.internal.FormHtml;
import no.tillit.consent.template.internal.TemplateVersion;
import no.tillit.consent.template.internal.Templates;
import no.tillit.kernel.Clock;
import no.tillit.kernel.NotFound;
import no.tillit.paper.Ink;
import no.tillit.paper.Paper;
import no.tillit.project.Approvals;
import no.tillit.seal.SealedPdf;
import no.tillit.seal.Sealing;
import no.tillit.seal.Sealing.Timestamp;

/** The letter and the form as the person saw them, with what they answered and how they signed, sealed. */
@ApplicationScoped
public class SeenAndSigned {
    @Inject
    private Templates templates;

    @Inject
    private Approvals approvals;

    @Inject
    private Sealing sealing;

    @Inject
    private Clock clock;

    /** @throws no.tillit.seal.SealUnavailable when nothing can be sealed now */
    public SealedPdf document(AnsweredForm form, Circumstances how) {
        TemplateVersion version = templates.find(form.version()).orElseThrow(NotFound::new);
        LetterFacts frozen = version.facts();
        LetterFacts facts = frozen == null ? LetterFacts.of(approvals.facts(version.project())) : frozen;
        Signature signature = how.signature();
        String strokes = signature == null ? null : signature.strokes();
        var filled = new FormHtml.Filled(
                form.answers(),
                form.method(),
                clock.now(),
                signature != null && strokes == null,
                strokes == null ? null : Ink.dataUri(strokes),
                how.present(),
                how.reason());
        var sheet = new FormHtml.Sheet(
                version.content(), facts, form.language(), false, false, version.code(), null, filled);
        return sealing.seal(Paper.render(FormHtml.of(sheet)), "Samtykke", Timestamp.WHEN_ANSWERED);
    }
}
