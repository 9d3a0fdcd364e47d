package no.tillit.ui.erasure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.erasure.AnsweringRequest;
import no.tillit.erasure.DeletionState;
import no.tillit.erasure.ErasureRequest;
import no.tillit.erasure.ExtensionReason;
import no.tillit.kernel.Clock;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;

/**
 * On the page of a deletion that a participant asked for: whether they have been told what was done, and until when they must be
 * (Art 12(3)).
 */
@Named
@RequestScoped
public class AnswerPanel {
    @Inject
    private DeletionJobPage page;

    @Inject
    private AnsweringRequest answering;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    @Inject
    private Visitor visitor;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private ExtensionReason extensionReason = ExtensionReason.COMPLEX;

    /** Whether a participant asked, somebody has decided, and nobody has told them yet. */
    public boolean isAnswerable() {
        ErasureRequest request = page.getJob().request();
        return request != null
                && !request.isAnswered()
                && page.getJob().state() != DeletionState.PROPOSED
                && access.ownPurpose(Action.PROPOSE_DELETION, page.getJob().project())
                        .isPresent();
    }

    /** Whether the month runs and the answer may still take two months more. */
    public boolean isExtensible() {
        ErasureRequest request = page.getJob().request();
        return request != null
                && !request.isAnswered()
                && !request.isExtended()
                && !clock.today().isAfter(request.answerBy())
                && access.ownPurpose(Action.PROPOSE_DELETION, page.getJob().project())
                        .isPresent();
    }

    /** Notes that the participant was told today that it takes longer, and why. */
    public void extend() {
        answering.extend(page.id(), extensionReason, null, visitor.getPurpose());
        way.to(page.address(), "deletion.extended");
    }

    public List<SelectItem> getExtensionReasons() {
        return say.options(EnumSet.allOf(ExtensionReason.class));
    }

    public ExtensionReason getExtensionReason() {
        return extensionReason;
    }

    public void setExtensionReason(ExtensionReason extensionReason) {
        this.extensionReason = extensionReason;
    }

    /** Whether the time for the answer has passed without one. */
    public boolean isOverdue() {
        ErasureRequest request = page.getJob().request();
        return request != null && !request.isAnswered() && clock.today().isAfter(request.answerBy());
    }

    /** Notes that the participant was told today. */
    public void answer() {
        answering.answered(page.id(), null, visitor.getPurpose());
        way.to(page.address(), "deletion.answered");
    }
}
