package no.tillit.consent.template.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.ParticipantRef;
import org.jspecify.annotations.Nullable;

/** A form printed for a person has a number that nobody can tell the person from; here it stands whose it is. */
@Entity
@Table(name = "consent_paper")
public class PrintedForm {
    @Id
    @Column(name = "number")
    private String number;

    @Column(name = "project_id", updatable = false)
    private UUID project;

    @Column(name = "version_id", updatable = false)
    private UUID version;

    @Column(name = "participant_id", updatable = false)
    private UUID participant;

    @Column(name = "language", updatable = false)
    @Enumerated(EnumType.STRING)
    private FormLanguage language;

    @Column(name = "large_print", updatable = false)
    private boolean largePrint;

    @Column(name = "printed_at", updatable = false)
    private Instant printedAt;

    @Column(name = "printed_by", updatable = false)
    private String printedBy;

    @Column(name = "consent_id")
    private @Nullable UUID consent;

    @SuppressWarnings("NullAway.Init")
    protected PrintedForm() {}

    public PrintedForm(
            String number,
            TemplateVersionId version,
            ParticipantRef participant,
            FormLanguage language,
            boolean largePrint,
            Instant at,
            String by) {
        this.number = number;
        this.project = participant.project().value();
        this.version = version.value();
        this.participant = participant.id().value();
        this.language = language;
        this.largePrint = largePrint;
        this.printedAt = at;
        this.printedBy = by;
    }

    /** The form was signed for this consent. */
    public void use(UUID consent) {
        this.consent = consent;
    }

    /** The consent it was signed for; null while it is not. */
    public @Nullable UUID usedFor() {
        return consent;
    }

    public FormLanguage language() {
        return language;
    }

    public ProjectId project() {
        return new ProjectId(project);
    }

    public String number() {
        return number;
    }

    public TemplateVersionId version() {
        return new TemplateVersionId(version);
    }

    public ParticipantId participant() {
        return new ParticipantId(participant);
    }
}
