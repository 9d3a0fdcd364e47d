package no.tillit.erasure;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.tillit.kernel.ExtensionPoint;

/**
 * How one kind of personal data is found, erased and looked for again. A feature that keeps a new kind of personal data
 * contributes one step as an {@code @ApplicationScoped} bean (GDPR Art 17; O-21).
 *
 * <p>All methods are called inside a transaction, as {@code system} or as the privacy officer whose access has been
 * checked already: a step checks no access and writes no audit entry. It reads no content and decrypts nothing.
 *
 * <p>A participant's subject key is destroyed only when no item of that participant is held back. So what is a mere
 * trace without personal data (a consent's dates, an audit entry) is no item at all: do not report it as retained.
 */
@ExtensionPoint
public interface ErasureStep {
    /** The kind of record in kebab case, such as {@code document}; each step has its own. Pages translate by it. */
    String kind();

    /**
     * When it is this step's turn, lowest first: content before what points to it. 100 documents, 200 interviews, 300
     * consents, 400 contact register, 500 participants.
     */
    int order();

    /**
     * Every record in the scope, what is held back included, in a stable order and each once. The stream reads from the
     * database as it goes (a result stream with a fetch size, or pages), so that memory stays flat for a project of any
     * size; the caller closes it.
     *
     * <p>With {@link ErasureScope#withdrawnItems} only what rests on those items: for {@code audio-recording} the
     * recordings, not the transcripts; and of that only what the withdrawal closed, since a newer consent may carry what
     * was collected after it. The same goes for {@link #remaining}. The decision of each is {@link ErasureScope#decide}.
     */
    Stream<ErasureItem> inventory(ErasureScope scope);

    /**
     * As {@link #inventory}, only of these records: what a schedule has made due. A kind with many records that can be due by
     * themselves overrides it, so that it costs what is due.
     */
    default Stream<ErasureItem> among(ErasureScope scope, Collection<UUID> records) {
        Set<UUID> wanted = Set.copyOf(records);
        return inventory(scope).filter(item -> wanted.contains(item.record()));
    }

    /**
     * Removes the record: its keys, its bytes in every version and derived form, and its rows; bytes first, so that a
     * crash leaves the row by which they are found again. Idempotent: what is gone already is fine. Needs no subject
     * key: that has been destroyed before. Uses only {@link ErasureItem#record} and {@link ErasureItem#participant},
     * since after a restored backup nothing else is known.
     *
     * @return whether anything was there to remove
     * @throws RuntimeException when it could not be removed; the item is then recorded as failed and tried again later
     */
    boolean erase(ErasureItem item);

    /**
     * As {@link #erase}, of many at once: the rows of all of them go or, when it throws, of none; some of the bytes may be gone then.
     * A kind of which there are many overrides it, so that a chunk of a deletion takes a few statements and not a few for each.
     *
     * @param items of this kind, each once, in the order of the inventory, so that all who take several lock them in one order
     * @return those of which anything was there to remove
     */
    default Set<ErasureItem> eraseAll(List<ErasureItem> items) {
        return items.stream().filter(this::erase).collect(Collectors.toSet());
    }

    /**
     * The records that enter the erasure register by their ids although the person's key goes: what in an older copy may lie under
     * another key, or in nobody's name, so that looking for the person would not find it there. Asked before anything is erased.
     * After a restore each is given to {@link #erase}, with the item's participant.
     */
    default Set<UUID> registeredByThemselves(ErasureItem item) {
        return Set.of();
    }

    /** Whether {@link #registeredByThemselves} is to be asked about items of this kind. */
    default boolean mayLieElsewhere() {
        return false;
    }

    /**
     * How many records the scope still has, what is held back included: asked after erasing, by a query of its own that
     * does not go through {@link #inventory}.
     */
    long remaining(ErasureScope scope);
}
