package no.tillit.ui.project;

import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.tillit.kernel.ProjectId;
import no.tillit.project.DataCategory;
import no.tillit.project.LegalBasis;
import no.tillit.project.Method;
import no.tillit.project.NewApproval;
import no.tillit.project.NewProject;
import no.tillit.project.NewSample;
import no.tillit.project.RegisteringProject;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** Registers a project with its approval (O-01). Rows for more samples are added while the form is open. */
@Named
@ViewScoped
public class RegisterProjectPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private RegisteringProject registering;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private String name = "";
    private String controller = "";
    private String reference = "";
    private @Nullable LocalDate assessedOn;
    private String purpose = "";
    private @Nullable LocalDate endsOn;
    private int followUpMonths = 24;
    private final ArrayList<SampleRow> samples = new ArrayList<>(List.of(new SampleRow()));
    private final HashMap<String, Boolean> categories = new HashMap<>();
    private final HashMap<String, Boolean> methods = new HashMap<>();

    /** Registers it and goes on to its members. */
    public void register() {
        List<NewSample> wanted = samples.stream().map(SampleRow::toSample).toList();
        // A missing date is refused by the approval itself, at its field.
        @SuppressWarnings("NullAway")
        var approval = new NewApproval(
                reference,
                assessedOn,
                purpose,
                endsOn,
                followUpMonths,
                wanted,
                ticked(DataCategory.class, categories),
                ticked(Method.class, methods));
        ProjectId id = registering.register(new NewProject(name, controller, approval));
        way.to("/project/members.xhtml?id=" + id.value(), "project.register.done");
    }

    /** One more row for a sample; the approval allows at most twenty. */
    public void addSample() {
        if (samples.size() < 20) {
            samples.add(new SampleRow());
        }
    }

    private static <E extends Enum<E>> Set<E> ticked(Class<E> type, Map<String, Boolean> chosen) {
        return EnumSet.allOf(type).stream()
                .filter(e -> Boolean.TRUE.equals(chosen.get(e.name())))
                .collect(Collectors.toSet());
    }

    public List<SelectItem> getLegalBases() {
        return say.options(EnumSet.allOf(LegalBasis.class));
    }

    public List<SelectItem> getCategoryOptions() {
        return say.ticks(EnumSet.allOf(DataCategory.class));
    }

    public List<SelectItem> getMethodOptions() {
        return say.ticks(EnumSet.allOf(Method.class));
    }

    public List<SampleRow> getSamples() {
        return samples;
    }

    public Map<String, Boolean> getCategories() {
        return categories;
    }

    public Map<String, Boolean> getMethods() {
        return methods;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getController() {
        return controller;
    }

    public void setController(String controller) {
        this.controller = controller;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public @Nullable LocalDate getAssessedOn() {
        return assessedOn;
    }

    public void setAssessedOn(@Nullable LocalDate assessedOn) {
        this.assessedOn = assessedOn;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    public @Nullable LocalDate getEndsOn() {
        return endsOn;
    }

    public void setEndsOn(@Nullable LocalDate endsOn) {
        this.endsOn = endsOn;
    }

    public int getFollowUpMonths() {
        return followUpMonths;
    }

    public void setFollowUpMonths(int followUpMonths) {
        this.followUpMonths = followUpMonths;
    }
}
