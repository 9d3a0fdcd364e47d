package no.tillit.ui.scan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.kernel.Page;
import no.tillit.scan.ReadingScans;
import no.tillit.scan.ReceivingScans;
import no.tillit.scan.ScanBatchId;
import no.tillit.scan.ScanBatchState;
import no.tillit.scan.ScanBatchSummary;
import no.tillit.scan.ScanCounts;
import no.tillit.scan.ScannedFormState;
import no.tillit.scan.ScannedFormSummary;
import no.tillit.scan.SortingScans;
import no.tillit.ui.project.ChosenProject;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** The chosen project's scans: what is being read, what waits for somebody, what could not be read. */
@Named
@RequestScoped
public class ScansPage {
    @Inject
    private ReadingScans reading;

    @Inject
    private SortingScans sorting;

    @Inject
    private ChosenProject chosen;

    @Inject
    private Access access;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private @Nullable List<ScanBatchSummary> files;
    private @Nullable Page<ScannedFormSummary> page;
    private @Nullable ScanCounts counts;

    /** Whether the visitor may send scans here. */
    public boolean isSender() {
        return access.ownPurpose(Action.UPLOAD_SCAN, chosen.require()).isPresent();
    }

    /** Files that are being read or wait for it. */
    public List<ScanBatchSummary> getUnderWay() {
        return files().stream().filter(ScanBatchSummary::isUnderWay).toList();
    }

    /** Files that could not be read. */
    public List<ScanBatchSummary> getRefused() {
        return files().stream()
                .filter(file -> file.state() == ScanBatchState.REFUSED)
                .toList();
    }

    public boolean isRunning() {
        return !getUnderWay().isEmpty();
    }

    /** Forms that wait for somebody, the oldest first. */
    public Page<ScannedFormSummary> getPage() {
        Page<ScannedFormSummary> read = page == null
                ? reading.forms(
                        chosen.require(),
                        table.asked("state", ScannedFormState.class)
                                .map(Set::of)
                                .orElse(Set.of()),
                        table.request(),
                        visitor.getPurpose())
                : page;
        page = read;
        return read;
    }

    public ScanCounts getCounts() {
        ScanCounts read = counts == null ? reading.counts(chosen.require(), visitor.getPurpose()) : counts;
        counts = read;
        return read;
    }

    /** How a form came to be where it is, in words. */
    public String why(ScannedFormSummary form) {
        return form.reason() == null ? say.label(form.state()) : say.label(form.reason());
    }

    /** Throws this file away. */
    public void discard(UUID file) {
        sorting.discard(new ScanBatchId(file), visitor.getPurpose());
        way.to("/scan/scans.xhtml?project=" + chosen.getId(), "scan.thrown");
    }

    /** What a scan becomes: the upload asks for it. */
    public List<SelectItem> getTypes() {
        return List.of(new SelectItem("SCAN", say.text("scan.title")));
    }

    /** The file endings that are taken, for the browser's file dialogue. */
    public String getAccept() {
        return ReceivingScans.formats().stream()
                .flatMap(format -> format.extensions().stream())
                .sorted()
                .map(ending -> "." + ending)
                .collect(Collectors.joining(","));
    }

    private List<ScanBatchSummary> files() {
        List<ScanBatchSummary> read = files == null ? reading.batches(chosen.require(), visitor.getPurpose()) : files;
        files = read;
        return read;
    }
}
