package no.tillit.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
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
        disposals.settleAfterOthers(project);
    }

    /** Why the records were held goes with them; the holds' authority and days stay. */
    public void forgetReasons(String kind, Collection<UUID> records) {
        holds.forgetReasons(kind, records);
    }

    /** Why the people were held goes with them. */
    public void forgetReasons(Collection<ParticipantId> participants) {
        holds.forgetReasons(participants);
    }

    /** How the project wants its deletions. */
    public RetentionSettings settings(ProjectId project) {
        return settings.of(project);
    }
}
