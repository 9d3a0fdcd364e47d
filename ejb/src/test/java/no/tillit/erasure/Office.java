package no.tillit.erasure;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import no.tillit.access.Role;
import no.tillit.erasure.internal.CarryingOutDeletion;
import no.tillit.erasure.internal.DeletionItems.Numbered;
import no.tillit.erasure.internal.ErasureRegister;
import no.tillit.erasure.internal.RegisterFile;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.kernel.Purpose;
import no.tillit.kernel.SubjectId;
import no.tillit.keys.KeyState;
import no.tillit.keys.SubjectKeys;
import no.tillit.retention.EndDates;
import no.tillit.testing.House;
import no.tillit.testing.Projects;
import no.tillit.testing.TestDatabases;

/** A house in which deletions are proposed, decided and carried out, for one project with a few kinds of record. */
final class Office {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final LocalDate LAST_DAY = LocalDate.of(2027, 6, 30);

    final House house = new House();
    final ProjectId project = Projects.row();
    final Records documents = new Records("document", 100);
    final Records people = new Records("participant", 500);
    final DataSource keys = TestDatabases.keys();
    private final Map<ParticipantId, Withdrawals.Withdrawal> withdrawn = new HashMap<>();
    private LocalDate lastDay = LAST_DAY;

    Office(Path folder) {
        house.on(TODAY)
                .holding(ErasureRegister.class, new ErasureRegister(keys, new RegisterFile(folder.resolve("erased"))))
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
        house.as("system", Role.SYSTEM);
        return house.the(CarryingOutDeletion.class);
    }

    /** Everything up to the erasing of items, as the batch job does it. */
    void prepare(DeletionJobId id) {
        CarryingOutDeletion work = work();
        house.does(() -> work.begin(id));
        ParticipantId after = house.doing(() -> Optional.ofNullable(work.registerSubjects(id, null)))
                .orElse(null);
        while (after != null) {
            ParticipantId last = after;
            after = house.doing(() -> Optional.ofNullable(work.registerSubjects(id, last)))
                    .orElse(null);
        }
        for (int seq = 0; seq >= 0; ) {
            int last = seq;
            seq = house.doing(() -> work.registerRecords(id, last));
        }
        while (house.doing(() -> work.destroyKeys(id))) {
            continue;
        }
    }

    /** Erases what is pending, one by one. */
    void eraseItems(DeletionJobId id) {
        CarryingOutDeletion work = work();
        for (List<Numbered> page = pending(id); !page.isEmpty(); page = pending(id)) {
            for (Numbered item : page) {
                try {
                    house.does(() -> work.erase(id, item));
                } catch (IllegalStateException e) {
                    house.does(() -> work.fail(id, item));
                }
            }
        }
    }

    List<Numbered> pending(DeletionJobId id) {
        return house.doing(() -> work().pending(id));
    }

    /** Looks again, and certifies or leaves it partly failed. */
    void finish(DeletionJobId id) {
        CarryingOutDeletion work = work();
        if (house.doing(() -> work.verify(id))) {
            house.does(() -> work.certify(id));
        } else {
            house.does(() -> work.endPartlyFailed(id));
        }
    }

    boolean claim(DeletionJobId id) {
        return house.doing(() -> work().claim(id));
    }

    /** The whole job. */
    void carryOut(DeletionJobId id) {
        if (!claim(id)) {
            throw new AssertionError("another node has the job");
        }
        prepare(id);
        eraseItems(id);
        finish(id);
    }
}
