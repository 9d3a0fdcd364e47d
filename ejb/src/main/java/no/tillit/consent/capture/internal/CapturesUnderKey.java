package no.tillit.consent.capture.internal;

import no.tillit.keys.upkeep.SealedFields;

/** What is written freely about how a consent was taken down, under the person's key. */
public final class CapturesUnderKey extends SealedFields {
    public CapturesUnderKey() {
        super(
                "circumstances of consents",
                "consent_capture",
                "consent_id",
                "participant_id",
                "present",
                "reason",
                "recording");
    }
}
