package no.tillit.ui.erasure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.DoingByHand;
import no.tillit.erasure.ManualKind;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** On the page of a deletion: the paper in the cabinet and the recorder, which somebody erases by hand and confirms. */
@Named
@RequestScoped
public class HandsPanel {
    @Inject
    private DeletionJobPage page;

    @Inject
    private DoingByHand byHand;

    @Inject
    private Visitor visitor;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private ManualKind kind = ManualKind.PAPER;
    private @Nullable String place;

    /** Whether something that is done by hand can still be added. */
    public boolean isManualOpen() {
        return page.isDecider()
                && page.getJob().state() != DeletionState.COMPLETED
                && page.getJob().state() != DeletionState.REFUSED
                && page.getJob().state() != DeletionState.STOPPED;
    }

    /** Adds what is done by hand. */
    public void addStep() {
        byHand.add(page.id(), kind, place, visitor.getPurpose());
        way.to(page.address(), "deletion.manualAdded");
    }

    /** Confirms, in the person's name, that it was done today. */
    public void confirm(String step) {
        byHand.confirm(page.id(), UUID.fromString(step), null, visitor.getPurpose());
        way.to(page.address(), "deletion.manualConfirmed");
    }

    public List<SelectItem> getKinds() {
        return say.options(Arrays.asList(ManualKind.values()));
    }

    public ManualKind getKind() {
        return kind;
    }

    public void setKind(ManualKind kind) {
        this.kind = kind;
    }

    public @Nullable String getPlace() {
        return place;
    }

    public void setPlace(@Nullable String place) {
        this.place = place;
    }
}
