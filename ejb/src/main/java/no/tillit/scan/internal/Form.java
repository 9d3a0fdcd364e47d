package no.tillit.scan.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import no.tillit.consent.ConsentId;
import no.tillit.consent.template.FormLanguage;
import no.tillit.consent.template.PaperMark;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.scan.ByHand;
import no.tillit.scan.ScannedFormId;
import no.tillit.scan.ScannedFormState;
import org.jspecify.annotations.Nullable;

/** The pages that belong together. Whose they are is proposed by the code and decided by a person. */
@Entity
@Table(name = "scanned_form")
public class Form {
    @Id
    private UUID id;

    @Column(name = "project_id", updatable = false)
    private UUID project;

    @Column(name = "batch_id")
    private @Nullable UUID batch;

    @Enumerated(EnumType.STRING)
    private ScannedFormState state;

    @Enumerated(EnumType.STRING)
    private @Nullable ByHand reason;

    @Column(name = "version_id")
    private @Nullable UUID version;

    @Enumerated(EnumType.STRING)
    private @Nullable FormLanguage language;

    private @Nullable String number;

    @Column(name = "number_known")
    private boolean numberKnown;

    @Column(name = "pages_printed")
    private @Nullable Integer pagesPrinted;

    @Column(name = "form_page")
    private @Nullable Integer formPage;

    @Column(name = "participant_id")
    private @Nullable UUID participant;

    @Column(name = "consent_id")
    private @Nullable UUID consent;

    @Column(name = "hinted_on")
    private @Nullable LocalDate hintedOn;

    @Column(name = "looked_at")
    private @Nullable Instant lookedAt;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "received_by", updatable = false)
    private String receivedBy;

    @Column(name = "matched_at")
    private @Nullable Instant matchedAt;

    @Column(name = "matched_by")
    private @Nullable String matchedBy;

    @SuppressWarnings("NullAway.Init")
    protected Form() {}

    /** A form without a code that says which it is. */
    Form(Batch batch, ByHand reason) {
        this.id = UUID.randomUUID();
        this.project = batch.project().value();
        this.batch = batch.id();
        this.state = ScannedFormState.BY_HAND;
        this.reason = reason;
        this.receivedAt = batch.receivedAt();
        this.receivedBy = batch.receivedBy();
    }

    /** Part of another form, by itself. */
    Form(Form other) {
        this.id = UUID.randomUUID();
        this.project = other.project;
        this.batch = other.batch;
        this.state = ScannedFormState.BY_HAND;
        this.reason = ByHand.NO_CODE;
        this.receivedAt = other.receivedAt;
        this.receivedBy = other.receivedBy;
    }

    /** What its code says. */
    void mark(PaperMark mark) {
        language = mark.language();
        pagesPrinted = mark.pages();
        formPage = mark.form();
        number = mark.number();
    }

    /** What somebody typed from its foot. */
    void name(String typed) {
        number = typed;
    }

    void known(@Nullable TemplateVersionId which, @Nullable ParticipantId whose, boolean known) {
        version = which == null ? null : which.value();
        participant = whose == null ? null : whose.value();
        numberKnown = known;
    }

    /** Where it stands now: why it is matched by hand, or null when it is proposed. */
    void settle(@Nullable ByHand why) {
        state = why == null ? ScannedFormState.PROPOSED : ScannedFormState.BY_HAND;
        reason = why;
    }

    /** The consent is recorded; its scan is next. */
    void attach(ParticipantId whose, ConsentId recorded, @Nullable TemplateVersionId which, Instant at, String by) {
        state = ScannedFormState.ATTACHING;
        reason = null;
        participant = whose.value();
        version = which == null ? null : which.value();
        consent = recorded.value();
        matchedAt = at;
        matchedBy = by;
    }

    void matched() {
        state = ScannedFormState.MATCHED;
    }

    /** A program has looked for the date beside the signature. */
    void looked(@Nullable LocalDate found, Instant at) {
        hintedOn = found;
        lookedAt = at;
    }

    boolean isDone() {
        return state == ScannedFormState.ATTACHING || state == ScannedFormState.MATCHED;
    }

    UUID id() {
        return id;
    }

    ScannedFormId formId() {
        return new ScannedFormId(id);
    }

    ProjectId project() {
        return new ProjectId(project);
    }

    @Nullable
    UUID batch() {
        return batch;
    }

    ScannedFormState state() {
        return state;
    }

    @Nullable
    ByHand reason() {
        return reason;
    }

    @Nullable
    TemplateVersionId version() {
        return version == null ? null : new TemplateVersionId(version);
    }

    @Nullable
    FormLanguage language() {
        return language;
    }

    @Nullable
    String number() {
        return number;
    }

    boolean isNumberKnown() {
        return numberKnown;
    }

    @Nullable
    Integer pagesPrinted() {
        return pagesPrinted;
    }

    @Nullable
    Integer formPage() {
        return formPage;
    }

    @Nullable
    ParticipantId participant() {
        return participant == null ? null : new ParticipantId(participant);
    }

    @Nullable
    ConsentId consent() {
        return consent == null ? null : new ConsentId(consent);
    }

    @Nullable
    LocalDate hintedOn() {
        return hintedOn;
    }

    boolean isLooked() {
        return lookedAt != null;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    String receivedBy() {
        return receivedBy;
    }

    /** Whether it goes with the same file, the same version and no number of its own. */
    boolean isBlankOf(PaperMark mark, TemplateVersionId which) {
        return number == null
                && mark.number() == null
                && Objects.equals(version, which.value())
                && language == mark.language();
    }
}
