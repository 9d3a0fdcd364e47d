package no.tillit.testing;

import java.util.List;
import java.util.Optional;
import no.tillit.access.Role;
import no.tillit.erasure.DeletionJobId;
import no.tillit.erasure.internal.CarryingOutDeletion;
import no.tillit.erasure.internal.DeletionItems;
import no.tillit.erasure.internal.DeletionItems.Numbered;
import no.tillit.erasure.internal.DeletionItems.Part;
import no.tillit.erasure.internal.EndingDeletion;
import no.tillit.erasure.internal.LogEvidence;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Rows;

/** A deletion as the batch job carries it out, step by step, without a server. The caller is {@code system} from then on. */
public final class DeletionRun {
    private static final int CHUNK = 100;
    private static final int PAGE = 200;

    /** Of the steps that tests contribute. */
    private static final List<Integer> ORDERS = List.of(90, 95, 100, 120, 150, 200, 300, 400, 500);

    private final House house;

    public DeletionRun(House house) {
        this.house = house;
    }

    /** The log of a house is a list, so its evidence is made up. */
    public static final class MadeUpEvidence extends LogEvidence {
        @Override
        public Entry of(long entry) {
            return new Entry(entry, new Place("bGVhZg==", 41, "tillit/test", 42, "cm9vdA=="));
        }
    }

    public CarryingOutDeletion work() {
        house.as("system", Role.SYSTEM);
        return house.the(CarryingOutDeletion.class);
    }

    public EndingDeletion ending() {
        house.as("system", Role.SYSTEM);
        return house.the(EndingDeletion.class);
    }

    public boolean claim(DeletionJobId id) {
        CarryingOutDeletion work = work();
        return house.doing(() -> work.claim(id));
    }

    /** Everything up to the erasing of items. */
    public void prepare(DeletionJobId id) {
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

    /** What is left, step by step; as much of it as a part looks at once. */
    public List<Numbered> pending(DeletionJobId id) {
        work();
        DeletionItems items = house.the(DeletionItems.class);
        return house.doing(() -> ORDERS.stream()
                .flatMap(order -> items.pending(id, new Part(order, 0, Integer.MAX_VALUE), 0, PAGE).stream())
                .limit(PAGE)
                .toList());
    }

    /** Erases items of one kind in one transaction. */
    public void erase(DeletionJobId id, List<Numbered> alike) {
        CarryingOutDeletion work = work();
        house.does(() -> work.erase(id, alike));
    }

    /** Erases what is pending, as the batch job does; what fails is marked as failed. */
    public void eraseItems(DeletionJobId id) {
        new PartsRun(house, id, PartsRun.ITEMS_EACH, CHUNK).eraseAll();
    }

    /** Looks again, and certifies or leaves it partly failed. */
    public void finish(DeletionJobId id) {
        EndingDeletion ending = ending();
        if (!house.doing(() -> ending.verify(id))) {
            house.does(() -> ending.endPartlyFailed(id));
        } else if (!house.doing(() -> ending.awaitsHands(id))) {
            if (house.doing(() -> ending.registerProjectKey(id))) {
                house.does(() -> ending.destroyProjectKey(id));
            }
            long entry = house.doing(() -> ending.recordVerified(id));
            house.does(() -> ending.certify(id, ending.evidence(entry)));
        }
    }

    /** The node that has the job is silent for as long as it takes to lose it. */
    public void fallsSilent(DeletionJobId id) {
        house.as("system", Role.SYSTEM);
        house.does(() -> house.the(Rows.class)
                .change(
                        "UPDATE deletion_job SET lease_until = clock_timestamp() - interval '1 second' WHERE id = ?",
                        id.value()));
    }

    /** The whole job. */
    public void carryOut(DeletionJobId id) {
        if (!claim(id)) {
            throw new AssertionError("another node has the job");
        }
        prepare(id);
        eraseItems(id);
        finish(id);
    }
}
