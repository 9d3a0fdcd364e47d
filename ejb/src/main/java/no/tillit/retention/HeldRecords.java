package no.tillit.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.retention.internal.Disposals;
import no.tillit.retention.internal.Holds;
import no.tillit.retention.internal.SettingRows;

/** For deletions: holds stand still while one takes stock, and the disposal dates are up to date. */
@ApplicationScoped
public class HeldRecords {
    @Inject
    private Holds holds;

    @Inject
    private Disposals disposals;

    @Inject
    private SettingRows settings;

    /** Until the transaction ends, no hold of the project is placed or released. */
    public void keepStill(ProjectId project) {
        holds.lock(project);
    }

    /** Asks the rules about everything in the project that has changed, so that table {@code disposal} is right. */
    public void settle(ProjectId project) {
        disposals.settle(project);
    }

    /** Why the record was held goes with it; the hold's authority and days stay. */
    public void forgetReasons(String kind, UUID record) {
        holds.forgetReasons(kind, record);
    }

    /** Why the person was held goes with the person. */
    public void forgetReasons(ParticipantId participant) {
        holds.forgetReasons(participant);
    }

    /** How the project wants its deletions. */
    public RetentionSettings settings(ProjectId project) {
        return settings.of(project);
    }
}
