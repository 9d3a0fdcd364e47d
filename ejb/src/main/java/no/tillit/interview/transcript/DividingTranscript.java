package no.tillit.interview.transcript;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.tillit.access.Access;
import no.tillit.access.Action;
import no.tillit.access.Permit;
import no.tillit.access.Role;
import no.tillit.audit.AuditEntry;
import no.tillit.audit.AuditLog;
import no.tillit.document.DocumentId;
import no.tillit.interview.InterviewSummary.Person;
import no.tillit.interview.transcript.internal.Spoken;
import no.tillit.interview.transcript.internal.TranscriptFiles;
import no.tillit.interview.transcript.internal.TranscriptFiles.Opened;
import no.tillit.interview.transcript.internal.Voices;
import no.tillit.kernel.InvalidInput;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Purpose;
import no.tillit.participant.Participants;

/**
 * A transcript is divided by who speaks, and each one's words are kept under that person's own key, so that one member of a
 * focus group can leave without taking the others' words along (O-12, O-13).
 *
 * <p>The file itself stays as it is, under all their keys, and goes when one of them is erased. Who is behind a label is for
 * a person to say: it is never guessed.
 */
@Stateless
@RolesAllowed(Role.Names.RESEARCHER)
public class DividingTranscript {
    @Inject
    private Access access;

    @Inject
    private TranscriptFiles files;

    @Inject
    private Voices voices;

    @Inject
    private Participants participants;

    @Inject
    private AuditLog audit;

    /**
     * The labels in the margin of a transcript, for somebody to say who is who.
     *
     * @throws NotFound when there is no such file, it is hidden, or it has no text
     * @throws InvalidInput with code {@code not-a-transcript} or {@code transcript-too-long}
     * @throws no.tillit.kernel.Refusal when somebody who speaks in it has withdrawn, or approval does not allow it
     */
    public TranscriptSpeakers speakers(DocumentId document, Purpose purpose) {
        Opened opened = files.open(document, purpose);
        return new TranscriptSpeakers(
                document,
                opened.interview().id(),
                Spoken.in(opened.text()).labels(),
                opened.interview().participants(),
                voices.isDivided(TranscriptId.of(document)));
    }

    /**
     * Keeps what each one said apart. Dividing again replaces what was divided before, in one transaction.
     *
     * @param speakers who is behind each label, by label; every label that {@link #speakers} names
     * @throws InvalidInput with code {@code no-speakers}, {@code speaker-unassigned}, {@code speaker-unknown} or
     *     {@code nobody-speaks}
     * @throws no.tillit.kernel.Refusal as in {@link #speakers}
     */
    public TranscriptSummary divide(DocumentId document, Map<String, Speaker> speakers, Purpose purpose) {
        Opened opened = files.open(document, purpose);
        Permit permit =
                access.require(Action.DIVIDE_TRANSCRIPT, opened.interview().project(), purpose);
        access.require(
                permit,
                participants.stateForUse(opened.interview().participants().stream()
                        .map(Person::id)
                        .toList()),
                entry -> List.of(entry.on("transcript", document.value())));
        requireAll(Spoken.in(opened.text()), speakers, opened.interview().participants());
        Spoken spoken = Spoken.in(opened.text(), labelsOf(SpeakerKind.NOBODY, speakers));
        Map<String, Speaker> voicesBehind = new LinkedHashMap<>(speakers);
        voicesBehind.values().removeIf(speaker -> speaker.kind() == SpeakerKind.NOBODY);
        TranscriptSummary kept = voices.keep(opened.interview(), document, spoken, voicesBehind, permit.username());
        AuditEntry entry = permit.entry().on("transcript", document.value());
        new HashSet<>(voicesBehind.values())
                .forEach(speaker ->
                        audit.record(speaker.participant() == null ? entry : entry.about(speaker.participant())));
        return kept;
    }

    private static void requireAll(Spoken spoken, Map<String, Speaker> speakers, List<Person> people) {
        if (spoken.labels().isEmpty()) {
            throw new InvalidInput(
                    "no-speakers",
                    "speakers",
                    "No speaker was found. Each turn begins on a line of its own, with a name and a colon.");
        }
        if (spoken.labels().stream().anyMatch(label -> speakers.get(label.label()) == null)) {
            throw new InvalidInput("speaker-unassigned", "speakers", "Say who is behind every label.");
        }
        List<UUID> there = new ArrayList<>();
        people.forEach(person -> there.add(person.id().value()));
        List<ParticipantId> named = speakers.values().stream()
                .filter(speaker -> speaker.kind() == SpeakerKind.PARTICIPANT)
                .map(Speaker::participant)
                .toList();
        if (!named.stream().allMatch(who -> there.contains(who.value()))) {
            throw new InvalidInput("speaker-unknown", "speakers", "Somebody named here did not take part.");
        }
        if (named.isEmpty()) {
            throw new InvalidInput("nobody-speaks", "speakers", "At least one label is somebody who took part.");
        }
    }

    private static Set<String> labelsOf(SpeakerKind kind, Map<String, Speaker> speakers) {
        Set<String> labels = new HashSet<>();
        speakers.forEach((label, speaker) -> {
            if (speaker.kind() == kind) {
                labels.add(label);
            }
        });
        return labels;
    }
}
