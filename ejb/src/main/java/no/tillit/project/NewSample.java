package no.tillit.project;

import java.util.Objects;
import no.tillit.kernel.PlainText;

/**
 * A group of people as the approval describes it (Norwegian: utvalg).
 *
 * @param name 1 to 200 characters
 * @param confidentiality whether its informants have a duty of confidentiality (O-11)
 */
public record NewSample(String name, LegalBasis legalBasis, boolean confidentiality) {
    public NewSample {
        name = PlainText.required("name", name, 200);
        Objects.requireNonNull(legalBasis, "legalBasis");
    }
}
