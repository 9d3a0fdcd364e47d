package no.tillit.consent.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.EndedBy;
import no.tillit.kernel.ParticipantId;

/** That an item was ended for good, by the person or by somebody else. */
@Entity
@Table(name = "consent_withdrawal")
public class WithdrawnItem {
    /** Who, what and when. */
    @Embeddable
    public record Key(
            @Column(name = "participant_id") UUID participant,

            @Column(name = "item") String item,

            @Column(name = "at") Instant at)
            implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "ended_by")
    @Enumerated(EnumType.STRING)
    private EndedBy endedBy;

    @SuppressWarnings("NullAway.Init")
    protected WithdrawnItem() {}

    WithdrawnItem(ParticipantId participant, TakenBack withdrawal) {
        this.key = new Key(participant.value(), withdrawal.item().stored(), withdrawal.at());
        this.recordedBy = withdrawal.by();
        this.endedBy = withdrawal.endedBy();
    }

    TakenBack toTakenBack() {
        return new TakenBack(ConsentItem.fromStored(key.item(), null), key.at(), recordedBy, endedBy);
    }
}
