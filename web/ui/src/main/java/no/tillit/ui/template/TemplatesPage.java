package no.tillit.ui.template;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.consent.template.ReadingTemplates;
import no.tillit.consent.template.ReadyMade;
import no.tillit.consent.template.StartingTemplate;
import no.tillit.consent.template.TemplateSummary;
import no.tillit.kernel.ProjectId;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** The templates of a project, and where a new one begins. */
@Named
@RequestScoped
public class TemplatesPage {
    @Inject
    private ReadingTemplates reading;

    @Inject
    private StartingTemplate starting;

    @Inject
    private Access access;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private @Nullable List<TemplateSummary> all;
    private ReadyMade from = ReadyMade.STUDY_PARTICIPATION;
    private String name = "";

    public List<TemplateSummary> getAll() {
        List<TemplateSummary> read = all == null ? reading.in(project()) : all;
        all = read;
        return read;
    }

    /** Whether the person writes the project's templates. */
    public boolean isWriter() {
        return access.ownPurpose(Action.EDIT_TEMPLATE, project()).isPresent();
    }

    /** Begins a template, and goes on to its draft. */
    public void begin() {
        var id = starting.begin(project(), from, name);
        way.to(VersionPage.address(id), "template.begun");
    }

    public List<SelectItem> getReadyMades() {
        return say.options(EnumSet.allOf(ReadyMade.class));
    }

    public String getProject() {
        return project().value().toString();
    }

    public ReadyMade getFrom() {
        return from;
    }

    public void setFrom(ReadyMade from) {
        this.from = from;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    private ProjectId project() {
        return new ProjectId(table.id("project"));
    }
}
