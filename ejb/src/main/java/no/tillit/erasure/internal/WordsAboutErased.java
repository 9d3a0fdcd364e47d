package no.tillit.erasure.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
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

    /** Why deletions of these people were refused, why they were held, and where paper lay that is gone. */
    void forget(Collection<ParticipantId> participants) {
        jobs.forgetReasons(participants);
        held.forgetReasons(participants);
        manualSteps.forgetPlaces(participants);
    }

    /** Why the records were held. */
    void forget(String kind, Collection<UUID> records) {
        held.forgetReasons(kind, records);
    }
}
