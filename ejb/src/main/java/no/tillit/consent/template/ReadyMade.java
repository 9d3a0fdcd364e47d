package no.tillit.consent.template;

import java.util.Arrays;
import java.util.Locale;
import no.tillit.consent.template.internal.TemplateXml;
import no.tillit.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** A template that comes with the product, in plain language; what only the project knows stands in square brackets. */
public enum ReadyMade {
    /** Taking part in a study. */
    STUDY_PARTICIPATION(false),
    /** Taking part in a study as a professional or volunteer with a duty of confidentiality (O-11). */
    STUDY_PARTICIPATION_PROFESSIONALS(true),
    /** Sharing areas of a release plan with agencies (O-18). */
    PLAN_SHARING(false);

    private final boolean confidential;

    ReadyMade(boolean confidential) {
        this.confidential = confidential;
    }

    /** Whether it is written for informants with a duty of confidentiality. */
    public boolean confidential() {
        return confidential;
    }

    /** What it says; for no sample yet. */
    public TemplateContent content() {
        return TemplateXml.resource(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** @throws InvalidInput when there is no template of this name, as {@code study-participation} */
    public static ReadyMade named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(r -> r.name().equals(name)
                        || r.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "ready-made-unknown",
                        "readyMade",
                        "Begin with study-participation, study-participation-professionals or plan-sharing."));
    }
}
