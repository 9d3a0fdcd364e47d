package no.tillit.project;

import no.tillit.kernel.InvalidInput;
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
        if (legalBasis == null) {
            throw new InvalidInput("missing", "legalBasis", "Say which legal basis the sample has.");
        }
    }
}
