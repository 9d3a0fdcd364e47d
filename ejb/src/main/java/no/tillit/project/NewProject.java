package no.tillit.project;

import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.PlainText;

/**
 * A project to register.
 *
 * @param name 1 to 200 characters
 * @param controller the organisation responsible for the data (GDPR Art 4(7)), 1 to 200 characters
 */
public record NewProject(String name, String controller, NewApproval approval) {
    public NewProject {
        name = PlainText.required("name", name, 200);
        controller = PlainText.required("controller", controller, 200);
        if (approval == null) {
            throw new InvalidInput("missing", "approval", "A project begins with its approval. Fill it in.");
        }
    }
}
