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
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import no.tillit.kernel.Conflict;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.ProjectId;
import no.tillit.participant.ParticipantRef;
import org.jspecify.annotations.Nullable;

/** A form stays as it was signed; only its scan is attached later, once. */
@Entity
@Table(name = "consent")
public class ConsentForm {
    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "project_id")
    private UUID project;

    @Column(name = "participant_id")
    private UUID participant;

    @Column(name = "signed_on")
    private LocalDate signedOn;

    @Column(name = "method")
    @Enumerated(EnumType.STRING)
    private CaptureMethod method;

    @Column(name = "language")
    private String language;

    @Column(name = "form_reference")
    private @Nullable String formReference;

    @Column(name = "decided")
    private String decided;

    @Column(name = "round")
    private int round;

    @Column(name = "captured_at")
    private Instant capturedAt;

    @Column(name = "captured_by")
    private String capturedBy;

    @Column(name = "evidence")
    private @Nullable UUID evidence;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "consent_decision", joinColumns = @JoinColumn(name = "consent_id"))
    @MapKeyColumn(name = "item")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "given")
    private Map<ConsentItem, Boolean> decisions = new EnumMap<>(ConsentItem.class);

    @SuppressWarnings("NullAway.Init")
    protected ConsentForm() {}

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
        this.decisions.putAll(form.decisions());
    }

    /** Whether this is that very form, recorded again. */
    public boolean isSameAs(NewConsent form, int inRound) {
        return signedOn.equals(form.signedOn()) && decided.equals(form.decided()) && round == inRound;
    }

    /** @throws Conflict when another scan is attached */
    public void attachEvidence(UUID document) {
        if (evidence != null && !evidence.equals(document)) {
            throw new Conflict("evidence-attached", "A scan of this form is attached already.");
        }
        evidence = document;
    }

    public SignedForm toSigned() {
        return new SignedForm(new ConsentId(id), signedOn, capturedAt, decisions);
    }

    public ConsentRef toRef() {
        return new ConsentRef(
                new ConsentId(id), new ProjectId(project), new ParticipantId(participant), signedOn, evidence);
    }

    public ConsentSummary toSummary(ConsentHistory history, LocalDate today) {
        SignedForm signed = toSigned();
        List<ItemState> items = decisions.keySet().stream()
                .sorted()
                .map(item -> new ItemState(
                        item,
                        history.stateOf(signed, item, today),
                        history.endOf(signed, item)
                                .filter(at -> signed.gives(item))
                                .orElse(null)))
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
                evidence);
    }

    ConsentMoment toMoment() {
        SignedForm signed = toSigned();
        var saidYes = decisions.keySet().stream().collect(Collectors.partitioningBy(signed::gives, Collectors.toSet()));
        return new ConsentMoment(
                capturedAt,
                signedOn,
                capturedBy,
                new ConsentId(id),
                Objects.requireNonNull(saidYes.get(true)),
                Objects.requireNonNull(saidYes.get(false)),
                Set.of());
    }

    private static ConsentState asAWhole(List<ItemState> items) {
        var states = items.stream().map(ItemState::state).toList();
        return List.of(ConsentState.GIVEN, ConsentState.EXPIRED, ConsentState.WITHDRAWN).stream()
                .filter(states::contains)
                .findFirst()
                .orElse(ConsentState.REFUSED);
    }
}
