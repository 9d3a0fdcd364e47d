package no.tillit.ui.erasure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.erasure.DecidingDeletion;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionJobSummary;
import no.tillit.erasure.DeletionLine;
import no.tillit.erasure.DeletionPreview;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ProposingDeletion;
import no.tillit.erasure.ReadingDeletionJobs;
import no.tillit.erasure.StoppingDeletion;
import no.tillit.kernel.Clock;
import no.tillit.retention.EditingSchedules;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/**
 * One deletion job: what goes and what stays, and why; presented by one person, decided by another, followed until it is
 * certified (O-21). The decision names the count that stood on the page.
 */
@Named
@RequestScoped
public class DeletionJobPage {
    @Inject
    private ReadingDeletionJobs jobs;

    @Inject
    private ProposingDeletion proposing;

    @Inject
    private DecidingDeletion deciding;

    @Inject
    private StoppingDeletion stopping;

    @Inject
    private EditingSchedules schedules;

    @Inject
    private Clock clock;

    @Inject
    private Access access;

    @Inject
    private Subjects subjects;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private @Nullable DeletionPreview preview;
    private @Nullable Integer coolingHours;
    private int version;
    private @Nullable String reason;

    public DeletionPreview getPreview() {
        DeletionPreview read = preview == null ? jobs.open(id(), visitor.getPurpose()) : preview;
        preview = read;
        return read;
    }

    public DeletionJobSummary getJob() {
        return getPreview().job();
    }

    /** What the page is about, as a sentence. */
    public String getHeading() {
        DeletionJobSummary job = getJob();
        String whole = job.withdrawnItems().isEmpty() ? "" : "Items";
        String all = job.cause() == DeletionCause.SCHEDULE ? "Due" : "Project";
        String extent = job.participant() == null ? all : whole;
        return say.it("deletion.heading" + extent + (isDone() ? "Done" : ""), subjects.of(job));
    }

    /** Who proposed it: a person by user name, or the system. */
    public String getProposer() {
        String by = getJob().proposedBy();
        return by.equals("system") ? say.text("word.system") : by;
    }

    /** Whether everything is gone, and the page tells what was. */
    public boolean isDone() {
        return getJob().state() == DeletionState.COMPLETED || getJob().state() == DeletionState.AWAITING_HANDS;
    }

    /** Whether nothing came of it. */
    public boolean isCalledOff() {
        return getJob().state() == DeletionState.REFUSED || getJob().state() == DeletionState.STOPPED;
    }

    /** What the list of what goes is called, as far as the job has come. */
    public String getGoesHeading() {
        if (isCalledOff()) {
            return say.text("deletion.wouldGo");
        }
        return isDone() ? say.text("deletion.gone") : say.text("deletion.goes");
    }

    /** Takes up what the system proposed. */
    public void present() {
        proposing.present(id(), visitor.getPurpose());
        way.to(address(), "deletion.presented");
    }

    /** Approves the count that stood on the page; the deletion begins. */
    public void approve() {
        boolean waits = getCoolingHours() > 0;
        deciding.approve(id(), version, visitor.getPurpose());
        way.to(address(), waits ? "deletion.approvedCooling" : "deletion.approved");
    }

    /** How long the project lets an approved deletion wait, so that it can be stopped. */
    public int getCoolingHours() {
        Integer known = coolingHours;
        if (known == null) {
            known = schedules.settings(getJob().project(), visitor.getPurpose()).coolingHours();
            coolingHours = known;
        }
        return known;
    }

    public void refuse() {
        deciding.refuse(id(), reason, visitor.getPurpose());
        way.to(address(), "deletion.refused");
    }

    public void retry() {
        deciding.retry(id(), visitor.getPurpose());
        way.to(address(), "deletion.retried");
    }

    /** The lines of what goes. */
    public List<DeletionLine> getGoing() {
        return getPreview().lines().stream().filter(DeletionLine::erases).toList();
    }

    /** The lines of what is held back. */
    public List<DeletionLine> getStaying() {
        return getPreview().lines().stream().filter(l -> !l.erases()).toList();
    }

    public long getRecords() {
        return getGoing().stream().mapToLong(DeletionLine::records).sum();
    }

    public long getBytes() {
        return getGoing().stream().mapToLong(DeletionLine::bytes).sum();
    }

    /** The step it is at, 1 to 6; 7 when all are done. */
    public int getStep() {
        return switch (getJob().state()) {
            case PROPOSED, REFUSED -> 3;
            case APPROVED, EXECUTING, STOPPED -> 4;
            case PARTLY_FAILED -> 5;
            case AWAITING_HANDS -> 6;
            case COMPLETED -> 7;
        };
    }

    public boolean isOpen() {
        return getJob().state() == DeletionState.PROPOSED;
    }

    public boolean isRunning() {
        return !isCooling()
                && !isPaused()
                && (getJob().state() == DeletionState.APPROVED || getJob().state() == DeletionState.EXECUTING);
    }

    /** Whether it is approved and waits, so that it can be stopped. */
    public boolean isCooling() {
        return getJob().state() == DeletionState.APPROVED
                && getJob().runsAt() != null
                && getJob().runsAt().isAfter(clock.now());
    }

    public boolean isPaused() {
        return getJob().state() == DeletionState.EXECUTING && getJob().pausedAt() != null;
    }

    /** Takes the approval back while it cools. */
    public void stop() {
        stopping.stop(id(), visitor.getPurpose());
        way.to(address(), "deletion.stopped");
    }

    public void pause() {
        stopping.pause(id(), visitor.getPurpose());
        way.to(address(), "deletion.paused");
    }

    public void resume() {
        stopping.resume(id(), visitor.getPurpose());
        way.to(address(), "deletion.resumed");
    }

    /** Whether the person can take it up, or brought it in. */
    public boolean isPresentable() {
        return isOpen()
                && getJob().presentedBy() == null
                && access.ownPurpose(Action.PROPOSE_DELETION, getJob().project())
                        .isPresent();
    }

    /** Whether the person presented it, and so has to leave the decision to another. */
    public boolean isOwn() {
        String me = visitor.getUsername();
        return me.equals(getJob().presentedBy()) || me.equals(getJob().proposedBy());
    }

    /** Whether the person is the second one who can decide. */
    public boolean isDecidable() {
        return isOpen() && getJob().presentedBy() != null && !isOwn() && isDecider();
    }

    /** Whether the person may decide on deletions in this project at all. */
    public boolean isDecider() {
        return access.ownPurpose(Action.DECIDE_DELETION, getJob().project()).isPresent();
    }

    public int getVersion() {
        return version == 0 ? getJob().version() : version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    /** The job that the address names. */
    public DeletionJobId id() {
        return new DeletionJobId(table.id("id"));
    }

    /** Its own address. */
    public String address() {
        return "/erasure/deletion-job.xhtml?id=" + id().value();
    }
}
