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
import java.util.stream.Collectors;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.RecordState;
import no.tillit.document.anonymised.AnonymityCheck;
import no.tillit.document.anonymised.DecidingMaterial;
import no.tillit.document.anonymised.MaterialId;
import no.tillit.document.anonymised.MaterialState;
import no.tillit.document.anonymised.MaterialSummary;
import no.tillit.document.anonymised.Readiness;
import no.tillit.document.anonymised.ReadingMaterial;
import no.tillit.ui.shell.Problems;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** One piece of material: its file is sent here, and a second person decides. */
@Named
@RequestScoped
public class MaterialPage {
    @Inject
    private ReadingMaterial reading;

    @Inject
    private DecidingMaterial deciding;

    @Inject
    private Access access;

    @Inject
    private Problems problems;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private final Map<String, Boolean> checks = new HashMap<>();
    private @Nullable MaterialSummary material;
    private @Nullable Readiness readiness;

    public MaterialSummary getMaterial() {
        MaterialSummary read = material == null ? reading.open(id()) : material;
        material = read;
        return read;
    }

    /** From whose data it was made, in a sentence. */
    public String getMadeFrom() {
        MaterialSummary read = getMaterial();
        if (!read.state().isDraft()) {
            return say.text("material.fromNobody");
        }
        return read.madeFromEveryone()
                ? say.text("material.fromEveryone")
                : say.it("material.fromPeople", read.madeFrom());
    }

    /** What a refusal found missing, in words. */
    public List<String> getFailed() {
        return getMaterial().failed().stream().map(say::label).sorted().toList();
    }

    public boolean isDraft() {
        return getMaterial().state().isDraft();
    }

    public boolean isReleased() {
        return getMaterial().state() == MaterialState.RELEASED;
    }

    public boolean isRefused() {
        return getMaterial().state() == MaterialState.REFUSED;
    }

    /** Whether its file can be sent by the person now. */
    public boolean isWithoutFile() {
        return getMaterial().state() == MaterialState.BEGUN && !isClosed() && may(Action.PUT_FORWARD_MATERIAL);
    }

    /** Whether it waits for somebody like the person. */
    public boolean isWaiting() {
        return getMaterial().state() == MaterialState.PUT_FORWARD && !isClosed() && may(Action.DECIDE_MATERIAL);
    }

    /** Whether the person may open its file. */
    public boolean isReadable() {
        return getMaterial().document() != null && !isClosed() && may(Action.READ_MATERIAL);
    }

    /** Whether the person put it forward, and so leaves it to another to decide. */
    public boolean isOwn() {
        return getMaterial().putForwardBy().equals(visitor.getUsername());
    }

    /** Whether the person has had the whole file, and so may decide. */
    public boolean isOpened() {
        return readiness() == Readiness.READY;
    }

    /** Whether the person is to have the file before anything else. */
    public boolean isToRead() {
        return isWaiting() && !isOwn() && !isOpened();
    }

    /** Whether it goes with somebody's data. */
    public boolean isClosed() {
        return isDraft() && readiness() == Readiness.CLOSED;
    }

    /** Whether the person says that they have read a file that they have not had. */
    public boolean isAskedTooEarly() {
        return !table.filter("read").isEmpty() && !isOpened();
    }

    private Readiness readiness() {
        Readiness read = readiness == null ? reading.readiness(id()) : readiness;
        readiness = read;
        return read;
    }

    /** Releases it. */
    public void release() {
        deciding.release(id(), ticked(checks));
        way.to(address(id()), "material.released");
    }

    /** Refuses it: what is not ticked was not done. */
    public void refuse() {
        Set<AnonymityCheck> failed = EnumSet.allOf(AnonymityCheck.class);
        failed.removeAll(ticked(checks));
        if (failed.isEmpty()) {
            problems.add("checks", say.text("material.nothingMissing"));
            return;
        }
        deciding.refuse(id(), failed);
        way.to(address(id()), "material.refused");
    }

    public List<SelectItem> getQuestions() {
        return say.ticks(EnumSet.allOf(AnonymityCheck.class));
    }

    public Map<String, Boolean> getChecks() {
        return checks;
    }

    static Set<AnonymityCheck> ticked(Map<String, Boolean> chosen) {
        return EnumSet.allOf(AnonymityCheck.class).stream()
                .filter(check -> Boolean.TRUE.equals(chosen.get(check.name())))
                .collect(Collectors.toSet());
    }

    static String address(MaterialId id) {
        return "/document/material.xhtml?id=" + id.value();
    }

    private boolean may(Action action) {
        return access.may(action, getMaterial().project(), RecordState.OPEN);
    }

    private MaterialId id() {
        return new MaterialId(table.id("id"));
    }
}
