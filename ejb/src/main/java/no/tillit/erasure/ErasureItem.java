package no.tillit.erasure;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.kernel.ParticipantId;
import no.tillit.retention.RetentionDecision;
import org.jspecify.annotations.Nullable;

/**
 * One record that a deletion is about, and whether it goes or is held back. Ids and numbers only: no name, no text.
 *
 * @param kind the {@link ErasureStep#kind} of the step that found it and erases it
 * @param participant whose record it is: in a scope of one participant that participant, also for a group's record; in
 *     a whole project null for what belongs to several or to nobody
 * @param count how many parts go with it, such as versions, extracts and rows; at least 1
 * @param bytes how many bytes of content go with it; 0 for rows
 * @param hash SHA-256 of the ciphertext in lower-case hex, for the certificate; null for rows
 */
public record ErasureItem(
        String kind,
        UUID record,
        @Nullable ParticipantId participant,
        long count,
        long bytes,
        RetentionDecision decision,
        Reach reach,
        @Nullable String hash) {
    public ErasureItem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(reach, "reach");
        if (count < 1 || bytes < 0) {
            throw new IllegalArgumentException("An item counts at least 1 and has no negative size");
        }
    }

    /** The records of these items, for {@code = ANY (?)}. */
    public static UUID[] records(Collection<ErasureItem> items) {
        return items.stream().map(ErasureItem::record).toArray(UUID[]::new);
    }

    /** Those of the items whose record is one of these. */
    public static Set<ErasureItem> of(Collection<ErasureItem> items, Collection<UUID> records) {
        Set<UUID> wanted = Set.copyOf(records);
        return items.stream().filter(item -> wanted.contains(item.record())).collect(Collectors.toSet());
    }

    /** A record without content, such as a row of the contact register. */
    public static ErasureItem row(
            String kind, UUID record, @Nullable ParticipantId participant, RetentionDecision decision) {
        return new ErasureItem(kind, record, participant, 1, 0, decision, Reach.OWN, null);
    }
}
