package no.tillit.participant.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.Contact;
import no.tillit.participant.ContactField;
import no.tillit.participant.ParticipantRef;
import org.jspecify.annotations.Nullable;

/** How to reach a participant, readable only with the participant's key. */
@Entity
@Table(name = "contact")
public class ContactEntry {
    @Id
    @Column(name = "participant_id")
    private UUID participant;

    @Column(name = "name")
    private byte @Nullable [] name;

    @Column(name = "phone")
    private byte @Nullable [] phone;

    @Column(name = "email")
    private byte @Nullable [] email;

    @Column(name = "address")
    private byte @Nullable [] address;

    @Column(name = "note")
    private byte @Nullable [] note;

    @Column(name = "national_id")
    private byte @Nullable [] nationalId;

    @Column(name = "phone_hash")
    private byte @Nullable [] phoneHash;

    @Column(name = "email_hash")
    private byte @Nullable [] emailHash;

    @Column(name = "national_id_hash")
    private byte @Nullable [] nationalIdHash;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    @SuppressWarnings("NullAway.Init")
    protected ContactEntry() {}

    ContactEntry(ParticipantRef whose, Contact contact, ContactFields fields, Instant at, String by) {
        ParticipantId participant = whose.id();
        this.participant = participant.value();
        this.name = fields.seal(participant, "name", contact.name());
        this.phone = fields.seal(participant, "phone", contact.phone());
        this.email = fields.seal(participant, "email", contact.email());
        this.address = fields.seal(participant, "address", contact.address());
        this.note = fields.seal(participant, "note", contact.note());
        this.nationalId = fields.seal(participant, "national_id", contact.nationalId());
        this.phoneHash = fields.hash(whose.project(), ContactField.PHONE, contact.phone());
        this.emailHash = fields.hash(whose.project(), ContactField.EMAIL, contact.email());
        this.nationalIdHash = fields.hash(whose.project(), ContactField.NATIONAL_ID, contact.nationalId());
        this.changedAt = at;
        this.changedBy = by;
    }

    Contact open(ContactFields fields) {
        var id = new ParticipantId(participant);
        return new Contact(
                fields.open(id, "name", name),
                fields.open(id, "phone", phone),
                fields.open(id, "email", email),
                fields.open(id, "address", address),
                fields.open(id, "note", note),
                fields.open(id, "national_id", nationalId));
    }
}
