package no.tillit.consent.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import no.tillit.consent.ConsentId;
import no.tillit.consent.InvalidReason;
import no.tillit.consent.Verdict;
import no.tillit.consent.Verdict.Questions;
import org.jspecify.annotations.Nullable;

/** What was found about a form, kept as it was found. */
@Entity
@Table(name = "consent_verdict")
public class StoredVerdict {
    /** Whether somebody compared it with the paper. */
    enum Kind {
        CHECK,
        MISTAKE
    }

    @Id
    private UUID id;

    @Column(name = "consent_id", updatable = false)
    private UUID consent;

    @Column(name = "participant_id", updatable = false)
    private UUID participant;

    @Column(name = "project_id", updatable = false)
    private UUID project;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable Boolean legible;

    private @Nullable Boolean complete;

    private @Nullable Boolean signed;

    private @Nullable Boolean dated;

    @Enumerated(EnumType.STRING)
    private @Nullable InvalidReason reason;

    private boolean overturns;

    private Instant at;

    @Column(name = "recorded_by")
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected StoredVerdict() {}

    public StoredVerdict(ConsentForm form, Verdict verdict) {
        this.id = UUID.randomUUID();
        this.consent = verdict.consent().value();
        this.participant = form.toRef().participant().value();
        this.project = form.project().value();
        Questions check = verdict.check();
        this.kind = check == null ? Kind.MISTAKE : Kind.CHECK;
        if (check != null) {
            this.legible = check.legible();
            this.complete = check.complete();
            this.signed = check.signed();
            this.dated = check.dated();
        }
        this.reason = verdict.reason();
        this.overturns = verdict.overturns();
        this.at = verdict.at();
        this.recordedBy = verdict.by();
    }

    Verdict toVerdict() {
        return new Verdict(new ConsentId(consent), at, recordedBy, questions(), reason, overturns);
    }

    private @Nullable Questions questions() {
        return legible == null || complete == null || signed == null || dated == null
                ? null
                : new Questions(legible, complete, signed, dated);
    }
}
