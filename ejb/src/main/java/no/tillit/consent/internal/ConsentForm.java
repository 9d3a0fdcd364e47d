package no.tillit.consent.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import no.tillit.consent.CaptureMethod;
import no.tillit.consent.ConsentId;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentMoment;
import no.tillit.consent.ConsentRef;
import no.tillit.consent.ConsentState;
import no.tillit.consent.ConsentSummary;
import no.tillit.consent.ItemState;
import no.tillit.consent.NewConsent;
import no.tillit.consent.template.AnsweredForm;
import no.tillit.consent.template.TemplateVersionId;
import no.tillit.kernel.Conflict;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.ParticipantRef;
import org.jspecify.annotations.Nullable;

/** A form stays as it was signed; only its scan is attached later, once. */
@Entity
@Table(name = "consent")
public class ConsentForm {
    private static final List<ConsentState> SPEAKING_FIRST = List.of(
            ConsentState.INVALIDATED,
            ConsentState.GIVEN,
            ConsentState.EXPIRED,
            ConsentState.REVOKED,
            ConsentState.WITHDRAWN);

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Column(name = "project_id", updatable = false)
    private UUID project;

    @Column(name = "participant_id", updatable = false)
    private UUID participant;

    @Column(name = "signed_on", updatable = false)
    private LocalDate signedOn;

    @Column(name = "method", updatable = false)
    @Enumerated(EnumType.STRING)
    private CaptureMethod method;

    @Column(name = "language", updatable = false)
    private String language;

    @Column(name = "form_reference", updatable = false)
    private @Nullable String formReference;

    @Column(name = "decided", updatable = false)
    private String decided;

    @Column(name = "round", updatable = false)
    private int round;

    @Column(name = "captured_at", updatable = false)
    private Instant capturedAt;

    @Column(name = "captured_by", updatable = false)
    private String capturedBy;

    @Column(name = "evidence")
    private @Nullable UUID evidence;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "consent_decision", joinColumns = @JoinColumn(name = "consent_id"))
    @MapKeyColumn(name = "item")
    private Map<String, Decision> decisions = new TreeMap<>();

    @Column(name = "version_id", updatable = false)
    private @Nullable UUID version;

    @SuppressWarnings("NullAway.Init")
    protected ConsentForm() {}

    /** A form of ours, and what was said to each of its items. */
    public ConsentForm(
            ParticipantRef participant, NewConsent form, AnsweredForm answered, int round, Instant at, String by) {
        this(participant, form, round, at, by);
        this.version = answered.version().value();
        this.decided = decided(form, answered);
    }

    public ConsentForm(ParticipantRef participant, NewConsent form, int round, Instant at, String by) {
        this.id = ConsentId.random().value();
        this.project = participant.project().value();
        this.participant = participant.id().value();
        this.signedOn = form.signedOn();
        this.method = form.method();
        this.language = form.language();
        this.formReference = form.formReference();
        this.decided = form.decided();
        this.round = round;
        this.capturedAt = at;
        this.capturedBy = by;
        form.decisions().forEach((item, given) -> decisions.put(item.stored(), Decision.of(item, given, form)));
    }

    /** Whether this is that very form, recorded again. */
    public boolean isSameAs(NewConsent form, @Nullable AnsweredForm answered, int inRound) {
        return signedOn.equals(form.signedOn()) && decided.equals(decided(form, answered)) && round == inRound;
    }

    private static String decided(NewConsent form, @Nullable AnsweredForm answered) {
        return answered == null ? form.decided() : answered.version().value() + " " + answered.inOneLine();
    }

    /** @throws Conflict when another scan is attached */
    public void attachEvidence(UUID document) {
        if (evidence != null && !evidence.equals(document)) {
            throw new Conflict("evidence-attached", "A scan of this form is attached already.");
        }
        evidence = document;
    }

    public SignedForm toSigned() {
        Map<ConsentItem, Answer> answers = new TreeMap<>();
        decisions.forEach((item, decision) -> answers.put(decision.of(item), decision.toAnswer()));
        return new SignedForm(new ConsentId(id), signedOn, capturedAt, capturedBy, answers);
    }

    public ConsentRef toRef() {
        return new ConsentRef(
                new ConsentId(id), new ProjectId(project), new ParticipantId(participant), signedOn, evidence);
    }

    public ConsentSummary toSummary(ConsentHistory history, LocalDate today) {
        SignedForm signed = toSigned();
        List<ItemState> items = signed.answers().keySet().stream()
                .sorted()
                .map(item -> state(history, signed, item, today))
                .toList();
        return new ConsentSummary(
                new ConsentId(id),
                new ParticipantId(participant),
                signedOn,
                method,
                language,
                formReference,
                asAWhole(items),
                items,
                capturedAt,
                capturedBy,
                evidence,
                history.verdictOn(new ConsentId(id)).orElse(null),
                version == null ? null : new TemplateVersionId(version));
    }

    private static ItemState state(ConsentHistory history, SignedForm form, ConsentItem item, LocalDate today) {
        Optional<TakenBack> end = history.endOf(form, item).filter(e -> form.gives(item));
        Answer answer = Objects.requireNonNull(form.answers().get(item));
        return new ItemState(
                item,
                history.stateOf(form, item, today),
                end.map(TakenBack::at).orElse(null),
                end.map(TakenBack::endedBy).orElse(null),
                answer.until());
    }

    public ConsentId id() {
        return new ConsentId(id);
    }

    public ProjectId project() {
        return new ProjectId(project);
    }

    public Instant capturedAt() {
        return capturedAt;
    }

    /** Who recorded it. */
    public String capturedBy() {
        return capturedBy;
    }

    /** Whether it was signed on paper, so that a second person compares it with what was recorded. */
    public boolean isOnPaper() {
        return method == CaptureMethod.PAPER;
    }

    /** Whether it was said aloud. */
    public boolean isSpoken() {
        return method == CaptureMethod.SPOKEN;
    }

    /** Whether its scan is attached. */
    public boolean isScanned() {
        return evidence != null;
    }

    /** The version that was answered; null for a form from elsewhere. */
    public @Nullable TemplateVersionId version() {
        return version == null ? null : new TemplateVersionId(version);
    }

    ConsentMoment toMoment() {
        SignedForm signed = toSigned();
        var saidYes = signed.answers().keySet().stream()
                .collect(Collectors.partitioningBy(signed::gives, Collectors.toSet()));
        return new ConsentMoment(
                ConsentMoment.Kind.RECORDED,
                capturedAt,
                signedOn,
                capturedBy,
                new ConsentId(id),
                Objects.requireNonNull(saidYes.get(true)),
                Objects.requireNonNull(saidYes.get(false)),
                Set.of(),
                null,
                null,
                method);
    }

    private static ConsentState asAWhole(List<ItemState> items) {
        var states = items.stream().map(ItemState::state).toList();
        return SPEAKING_FIRST.stream().filter(states::contains).findFirst().orElse(ConsentState.REFUSED);
    }
}
