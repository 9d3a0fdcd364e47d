package no.tillit.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.tillit.access.Role;
import no.tillit.consent.internal.ErasingConsents;
import no.tillit.consent.internal.WithdrawnConsents;
import no.tillit.document.anonymised.internal.ErasingDrafts;
import no.tillit.document.anonymised.internal.KeepingReleased;
import no.tillit.document.internal.ArchivedDocuments;
import no.tillit.document.internal.ErasingDocuments;
import no.tillit.erasure.DecidingDeletion;
import no.tillit.erasure.DeletionCause;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.DeletionPreview;
import no.tillit.erasure.ErasureStep;
import no.tillit.erasure.NewDeletion;
import no.tillit.erasure.ProposingDeletion;
import no.tillit.erasure.ReadingDeletionJobs;
import no.tillit.erasure.Withdrawals;
import no.tillit.erasure.internal.ErasingProjectKey;
import no.tillit.erasure.internal.ErasureRegister;
import no.tillit.erasure.internal.LogEvidence;
import no.tillit.erasure.internal.RegisterEntry;
import no.tillit.erasure.internal.RegisterFile;
import no.tillit.erasure.internal.RegisteredErasures;
import no.tillit.erasure.internal.RepeatingErasure;
import no.tillit.interview.internal.ErasingInterviews;
import no.tillit.interview.transcript.internal.ErasingVoices;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.ArchiveBinding;
import no.tillit.participant.internal.ErasingContact;
import no.tillit.participant.internal.ErasingParticipant;
import no.tillit.project.internal.ApprovalEndDates;
import no.tillit.retention.BegunErasures;
import no.tillit.retention.EndDates;
import no.tillit.scan.internal.ErasingScans;
import org.jspecify.annotations.Nullable;

/** Deletions in a {@link House} with the features' own steps: marit proposes, henrik approves, the system carries out. */
public final class Deletions {
    private static final List<Class<? extends ErasureStep>> STEPS = List.of(
            ErasingDrafts.class,
            KeepingReleased.class,
            ErasingProjectKey.class,
            ErasingDocuments.class,
            ErasingScans.class,
            ErasingVoices.class,
            ErasingInterviews.class,
            ErasingConsents.class,
            ErasingContact.class,
            ErasingParticipant.class);

    private final House house;
    private final ProjectId project;

    /** @param folder for the register */
    public Deletions(House house, ProjectId project, Path folder) {
        this.house = house;
        this.project = project;
        house.holding(
                ErasureRegister.class,
                new ErasureRegister(TestDatabases.keys(), new RegisterFile(folder.resolve("erasures.log"))));
        house.holding(LogEvidence.class, new DeletionRun.MadeUpEvidence());
        house.with(EndDates.class, house.the(ApprovalEndDates.class))
                .with(BegunErasures.class, house.the(RegisteredErasures.class))
                .with(ArchiveBinding.class, house.the(ArchivedDocuments.class))
                .with(Withdrawals.class, house.the(WithdrawnConsents.class));
        for (Class<? extends ErasureStep> step : STEPS) {
            house.with(ErasureStep.class, house.the(step));
        }
    }

    /** @param participant null for everybody and everything */
    public DeletionPreview propose(@Nullable ParticipantId participant) {
        marit();
        return house.doing(() -> house.the(ProposingDeletion.class)
                .propose(new NewDeletion(project, participant, DeletionCause.MANUAL), Purpose.DATA_PROTECTION));
    }

    /** The end of the project, which has come. */
    public DeletionPreview proposeEnd() {
        marit();
        return house.doing(() -> house.the(ProposingDeletion.class)
                .propose(new NewDeletion(project, null, DeletionCause.END_OF_PROCESSING), Purpose.DATA_PROTECTION));
    }

    /** From the proposal to the certificate. */
    public DeletionPreview carryOut(@Nullable ParticipantId participant) {
        return approve(propose(participant));
    }

    /** From the approval to the certificate. */
    public DeletionPreview approve(DeletionPreview proposed) {
        DeletionJobId id = proposed.job().id();
        house.as("henrik", Role.PRIVACY_OFFICER);
        house.doing(() ->
                house.the(DecidingDeletion.class).approve(id, proposed.job().version(), Purpose.DATA_PROTECTION));
        work(id);
        return open(id);
    }

    /** The work once more, as after the last thing was done by hand. */
    public DeletionPreview goOn(DeletionJobId id) {
        work(id);
        return open(id);
    }

    public DeletionPreview open(DeletionJobId id) {
        marit();
        return house.doing(() -> house.the(ReadingDeletionJobs.class).open(id, Purpose.DATA_PROTECTION));
    }

    /** Has the job's entries repeated, as the start does. */
    public boolean repeat(DeletionJobId id) {
        house.as("system", Role.SYSTEM);
        boolean found = false;
        for (RegisterEntry entry : registerOf(id)) {
            found |= house.doing(() -> house.the(RepeatingErasure.class).repeat(entry));
        }
        return found;
    }

    private List<RegisterEntry> registerOf(DeletionJobId id) {
        List<RegisterEntry> entries = new ArrayList<>();
        house.the(ErasureRegister.class).read(entry -> {
            if (entry.job().equals(id)) {
                entries.add(entry);
            }
        });
        return entries;
    }

    private void marit() {
        house.as("marit", Role.PRIVACY_OFFICER);
    }

    private void work(DeletionJobId id) {
        new DeletionRun(house).carryOut(id);
    }
}
