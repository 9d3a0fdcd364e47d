package no.tillit.consent;

import java.util.List;
import java.util.Set;
import no.tillit.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * What a withdrawal takes and what it leaves, told before it is made. Nothing is changed by asking.
 *
 * @param items those that would end, what is part of one of them included
 * @param whole nothing would be left to rest on: everything about the person goes
 * @param recipients who has the plan, or parts of it, by what ends, and will have to be told (GDPR Art 19)
 */
public record WithdrawalPreview(
        ParticipantId participant,
        Set<ConsentItem> items,
        boolean whole,
        List<Line> goes,
        List<Line> stays,
        List<Recipient> recipients) {
    /** Why something goes or stays. */
    public enum Why {
        /** It rests on an item that ends. */
        RESTS_ON_IT,
        /** Nothing is left that it could rest on. */
        NOTHING_LEFT,
        /** It rests on another item, which stands. */
        OTHER_ITEM,
        /** It rests on a public task or a legal obligation, not on consent. */
        LAW,
        /** Archive law keeps it, closed (arkivlova; O-22). */
        ARCHIVE_LAW,
        /** It shows what was agreed, for as long as something rests on that (GDPR Art 7(1)). */
        EVIDENCE
    }

    /**
     * Records of one kind.
     *
     * @param item the item they rest on; null when they rest on none
     * @param group whether others said it together with the person
     */
    public record Line(String kind, @Nullable ConsentItem item, boolean group, long records, Why why) {}

    public WithdrawalPreview {
        items = Set.copyOf(items);
        goes = List.copyOf(goes);
        stays = List.copyOf(stays);
        recipients = List.copyOf(recipients);
    }
}
