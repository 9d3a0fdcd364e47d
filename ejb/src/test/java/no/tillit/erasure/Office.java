package no.tillit.erasure;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import no.tillit.access.Role;
import no.tillit.erasure.internal.CarryingOutDeletion;
import no.tillit.erasure.internal.DeletionItems.Numbered;
import no.tillit.erasure.internal.EndingDeletion;
import no.tillit.erasure.internal.ErasureRegister;
import no.tillit.erasure.internal.LogEvidence;
import no.tillit.erasure.internal.RegisterFile;
import no.tillit.erasure.internal.ThisNode;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyState;
import no.tillit.keys.SubjectKeys;
import no.tillit.retention.EndDates;
import no.tillit.testing.DeletionRun;
import no.tillit.testing.House;
import no.tillit.testing.Nodes;
import no.tillit.testing.PartsRun;
import no.tillit.testing.Projects;
import no.tillit.testing.TestDatabases;

/** A house in which deletions are proposed, decided and carried out, for one project with a few kinds of record. */
final class Office {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final LocalDate LAST_DAY = LocalDate.of(2027, 6, 30);

    final House house = new House();
    final Nodes nodes = new Nodes();
    private final DeletionRun run = new DeletionRun(house);
    final ProjectId project = Projects.row();
    final Records documents = new Records("document", 100);
    final Records people = new Records("participant", 500);
    final DataSource keys = TestDatabases.keys();
    private final Map<ParticipantId, Withdrawals.Withdrawal> withdrawn = new HashMap<>();
    private LocalDate lastDay = LAST_DAY;

    /** Who waits to be told of what is erased; what a test puts in is on the certificate. */
    final List<RecipientsToTell.Unconfirmed> unconfirmed = new ArrayList<>();

    private final RecipientsToTell recipients = new RecipientsToTell() {
        @Override
        public Set<UUID> begin(ErasureScope scope) {
            return unconfirmed.stream().map(u -> UUID.randomUUID()).collect(Collectors.toSet());
        }

        @Override
        public List<Unconfirmed> unconfirmed(Collection<UUID> notices) {
            return notices.isEmpty() ? List.of() : unconfirmed;
        }
    };

    Office(Path folder) {
        house.on(TODAY)
                .holding(ThisNode.class, nodes)
                .holding(ErasureRegister.class, new ErasureRegister(keys, new RegisterFile(folder.resolve("erased"))))
                .holding(LogEvidence.class, new DeletionRun.MadeUpEvidence())
                .with(RecipientsToTell.class, recipients)
                .with(ErasureStep.class, people)
                .with(ErasureStep.class, documents)
                .with(Withdrawals.class, someone -> Optional.ofNullable(withdrawn.get(someone)))
                .with(EndDates.class, new EndDates() {
                    @Override
                    public Optional<LocalDate> lastDayOf(ProjectId wanted) {
                        return wanted.equals(project) ? Optional.of(lastDay) : Optional.empty();
                    }

                    @Override
                    public List<ProjectId> endedBefore(LocalDate day) {
                        return lastDay.isBefore(day) ? List.of(project) : List.of();
                    }
                });
    }

    void endsOn(LocalDate day) {
        lastDay = day;
    }

    /** Somebody with a key and a row. */
    ParticipantId aParticipant() {
        ParticipantId someone = ParticipantId.random();
        house.the(SubjectKeys.class).provision(SubjectId.of(someone));
        people.keep(new Records.Kept(someone.value(), someone, "*", false, Reach.OWN));
        return someone;
    }

    void withdraws(ParticipantId someone, String... items) {
        withdrawn.put(someone, new Withdrawals.Withdrawal(TODAY, Set.of(items)));
    }

    KeyState keyOf(ParticipantId someone) {
        return house.the(SubjectKeys.class).state(SubjectId.of(someone));
    }

    DeletionPreview propose(String by, NewDeletion wanted) {
        house.as(by, Role.PRIVACY_OFFICER);
        return house.doing(() -> house.the(ProposingDeletion.class).propose(wanted, Purpose.DATA_PROTECTION));
    }

    DeletionPreview proposeWithdrawal(String by, ParticipantId someone) {
        return propose(by, new NewDeletion(project, someone, DeletionCause.WITHDRAWAL));
    }

    DeletionPreview proposeManual(ParticipantId someone) {
        return propose("marit", new NewDeletion(project, someone, DeletionCause.MANUAL));
    }

    DeletionPreview approve(String by, DeletionPreview seen) {
        house.as(by, Role.PRIVACY_OFFICER);
        return house.doing(() -> house.the(DecidingDeletion.class)
                .approve(seen.job().id(), seen.job().version(), Purpose.DATA_PROTECTION));
    }

    DeletionPreview retry(String by, DeletionJobId id) {
        house.as(by, Role.PRIVACY_OFFICER);
        return house.doing(() -> house.the(DecidingDeletion.class).retry(id, Purpose.DATA_PROTECTION));
    }

    DeletionPreview open(DeletionJobId id) {
        house.as("marit", Role.PRIVACY_OFFICER);
        return house.doing(() -> house.the(ReadingDeletionJobs.class).open(id, Purpose.DATA_PROTECTION));
    }

    StoredCertificate certificate(DeletionJobId id) {
        house.as("audun", Role.AUDITOR);
        return house.doing(() -> house.the(ReadingDeletionJobs.class).certificate(id, Purpose.AUDIT));
    }

    /** The work itself; the caller is {@code system} from now on. */
    CarryingOutDeletion work() {
        return run.work();
    }

    /** What comes at the end, as {@code system}. */
    EndingDeletion ending() {
        return run.ending();
    }

    /** Everything up to the erasing of items, as the batch job does it. */
    void prepare(DeletionJobId id) {
        run.prepare(id);
    }

    /** Erases items of one kind in one transaction. */
    void erase(DeletionJobId id, List<Numbered> alike) {
        run.erase(id, alike);
    }

    /** Erases what is pending, as the batch job does. */
    void eraseItems(DeletionJobId id) {
        run.eraseItems(id);
    }

    List<Numbered> pending(DeletionJobId id) {
        return run.pending(id);
    }

    /** Looks again, and certifies or leaves it partly failed. */
    void finish(DeletionJobId id) {
        run.finish(id);
    }

    void fallsSilent(DeletionJobId id) {
        run.fallsSilent(id);
    }

    boolean claim(DeletionJobId id) {
        return run.claim(id);
    }

    /** What erases, in parts of about so many items. */
    PartsRun inParts(DeletionJobId id, int itemsEach) {
        return inParts(id, itemsEach, itemsEach);
    }

    /** What erases, in parts of about so many items, so many of them in a transaction. */
    PartsRun inParts(DeletionJobId id, int itemsEach, int chunk) {
        return new PartsRun(house, id, itemsEach, chunk);
    }

    /** The whole job. */
    void carryOut(DeletionJobId id) {
        run.carryOut(id);
    }
}
