package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.retention.HeldRecords;

/**
 * What people wrote down on the way to a deletion may name the person: it goes with the person, whatever key it lies under (GDPR
 * Art 17).
 */
@ApplicationScoped
public class WordsAboutErased {
    @Inject
    private DeletionJobs jobs;

    @Inject
    private ManualSteps manualSteps;

    @Inject
    private HeldRecords held;

    public WordsAboutErased() {}

    WordsAboutErased(DeletionJobs jobs, ManualSteps manualSteps, HeldRecords held) {
        this.jobs = jobs;
        this.manualSteps = manualSteps;
        this.held = held;
    }

    /** Why deletions of this person were refused, why the person was held, and where paper lay that is gone. */
    void forget(ParticipantId participant) {
        jobs.forgetReasons(participant);
        held.forgetReasons(participant);
        manualSteps.forgetPlaces(participant);
    }

    /** Why the record was held. */
    void forget(String kind, UUID record) {
        held.forgetReasons(kind, record);
    }
}
