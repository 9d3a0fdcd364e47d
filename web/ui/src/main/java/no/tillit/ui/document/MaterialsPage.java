package no.tillit.ui.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.RecordState;
import no.tillit.document.DocumentId;
import no.tillit.document.anonymised.AnonymityCheck;
import no.tillit.document.anonymised.MaterialSummary;
import no.tillit.document.anonymised.NewMaterial;
import no.tillit.document.anonymised.PuttingForward;
import no.tillit.document.anonymised.ReadingMaterial;
import no.tillit.kernel.ProjectId;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** What may stay when a project ends, and where more of it is put forward. */
@Named
@RequestScoped
public class MaterialsPage {
    @Inject
    private ReadingMaterial reading;

    @Inject
    private PuttingForward putting;

    @Inject
    private Access access;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private final Map<String, Boolean> checks = new HashMap<>();
    private @Nullable List<MaterialSummary> all;

    public List<MaterialSummary> getAll() {
        List<MaterialSummary> read = all == null ? reading.of(project()) : all;
        all = read;
        return read;
    }

    /** Whether the person may put something forward now. */
    public boolean isAuthor() {
        return access.may(Action.PUT_FORWARD_MATERIAL, project(), RecordState.OPEN);
    }

    /** Whether it is made from the document that the person came from. */
    public boolean isFromDocument() {
        return !table.filter("from").isEmpty();
    }

    /** Puts it forward, and goes on to where its file is sent. */
    public void begin() {
        Set<DocumentId> from = isFromDocument() ? Set.of(new DocumentId(table.id("from"))) : Set.of();
        MaterialSummary begun = putting.begin(new NewMaterial(project(), from, MaterialPage.ticked(checks)));
        way.to(MaterialPage.address(begun.id()), "material.begun");
    }

    public List<SelectItem> getQuestions() {
        return say.ticks(EnumSet.allOf(AnonymityCheck.class));
    }

    public Map<String, Boolean> getChecks() {
        return checks;
    }

    public UUID getProject() {
        return project().value();
    }

    private ProjectId project() {
        return new ProjectId(table.id("project"));
    }
}
