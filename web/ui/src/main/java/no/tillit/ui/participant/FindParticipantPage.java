package no.tillit.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.ContactField;
import no.tillit.participant.FindingByContact;
import no.tillit.participant.ParticipantSummary;
import no.tillit.project.ProjectDetails;
import no.tillit.project.ReadingProjects;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** Who called? Asked by form, never by address, and answered with a pseudonym. */
@Named
@RequestScoped
public class FindParticipantPage {
    @Inject
    private FindingByContact finding;

    @Inject
    private ReadingProjects projects;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    private @Nullable ProjectDetails project;
    private @Nullable ContactField field = ContactField.PHONE;
    private @Nullable String value;
    private @Nullable List<ParticipantSummary> found;

    /** The project, for those to whom it has opened its contact register. */
    public ProjectDetails getProject() {
        ProjectDetails read = project == null ? read() : project;
        project = read;
        return read;
    }

    public void find() {
        found = finding.find(id(), field, value, visitor.getPurpose());
    }

    /** Whether something was asked. */
    public boolean isAnswered() {
        return found != null;
    }

    public List<ParticipantSummary> getFound() {
        return found == null ? List.of() : found;
    }

    public List<SelectItem> getFields() {
        return say.options(EnumSet.allOf(ContactField.class));
    }

    public @Nullable ContactField getField() {
        return field;
    }

    public void setField(@Nullable ContactField field) {
        this.field = field;
    }

    public @Nullable String getValue() {
        return value;
    }

    public void setValue(@Nullable String value) {
        this.value = value;
    }

    private ProjectDetails read() {
        if (access.ownPurpose(Action.READ_CONTACT, id()).isEmpty()) {
            throw new NotFound();
        }
        return projects.open(id());
    }

    private ProjectId id() {
        return new ProjectId(table.id("project"));
    }
}
