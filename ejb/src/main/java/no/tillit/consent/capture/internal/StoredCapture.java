package no.tillit.consent.capture.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import no.tillit.consent.ConsentId;
import no.tillit.consent.capture.Signature;
import no.tillit.kernel.ParticipantId;
import no.tillit.participant.ParticipantRef;
import no.tillit.seal.SealedPdf;
import org.jspecify.annotations.Nullable;

/** How a consent was taken down, as it was kept then; what is written freely about people is ciphertext. */
@Entity
@Table(name = "consent_capture")
public class StoredCapture {
    @Id
    @Column(name = "consent_id", updatable = false)
    private UUID consent;

    @Column(name = "participant_id", updatable = false)
    private UUID participant;

    @Column(name = "project_id", updatable = false)
    private UUID project;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Signature.@Nullable Kind signature;

    @Column(updatable = false)
    private byte @Nullable [] present;

    @Column(updatable = false)
    private byte @Nullable [] reason;

    @Column(updatable = false)
    private byte @Nullable [] recording;

    @Column(updatable = false)
    private @Nullable String sha256;

    @Column(name = "sealed_at", updatable = false)
    private @Nullable Instant sealedAt;

    @Column(updatable = false)
    private @Nullable String certificate;

    @Column(updatable = false)
    private @Nullable Boolean timestamped;

    @SuppressWarnings("NullAway.Init")
    protected StoredCapture() {}

    /** @param hidden present, reason and recording, encrypted */
    StoredCapture(ConsentId consent, ParticipantRef participant, @Nullable Signature signature, Hidden hidden) {
        this.consent = consent.value();
        this.participant = participant.id().value();
        this.project = participant.project().value();
        this.signature = signature == null ? null : signature.kind();
        this.present = hidden.present();
        this.reason = hidden.reason();
        this.recording = hidden.recording();
    }

    /** The words about people, encrypted. */
    @SuppressWarnings("ArrayRecordComponent")
    record Hidden(byte @Nullable [] present, byte @Nullable [] reason, byte @Nullable [] recording) {}

    StoredCapture sealed(SealedPdf document, String digest) {
        this.sha256 = digest;
        this.sealedAt = document.at();
        this.certificate = document.certificate();
        this.timestamped = document.timestamped();
        return this;
    }

    ConsentId consent() {
        return new ConsentId(consent);
    }

    ParticipantId participant() {
        return new ParticipantId(participant);
    }

    Signature.@Nullable Kind signature() {
        return signature;
    }

    Hidden hidden() {
        return new Hidden(present, reason, recording);
    }

    @Nullable
    String sha256() {
        return sha256;
    }

    @Nullable
    Instant sealedAt() {
        return sealedAt;
    }

    @Nullable
    String certificate() {
        return certificate;
    }

    boolean timestamped() {
        return Boolean.TRUE.equals(timestamped);
    }
}
