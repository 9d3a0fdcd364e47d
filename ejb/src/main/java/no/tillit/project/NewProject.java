package no.tillit.project;

import java.util.Objects;
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
        Objects.requireNonNull(approval, "approval");
    }
}
