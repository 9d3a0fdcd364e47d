package no.tillit.interview.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** That somebody took part; the pseudonym stands with it, since lists search by it. */
@Embeddable
public record Attendance(
        @Column(name = "participant_id") UUID participant,
        @Column(name = "pseudonym") String pseudonym) {}
