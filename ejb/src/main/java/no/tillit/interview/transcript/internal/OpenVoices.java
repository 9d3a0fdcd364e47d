package no.tillit.interview.transcript.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.tillit.access.RecordClosed;
import no.tillit.consent.ConsentGate;
import no.tillit.consent.ConsentItem;
import no.tillit.consent.ConsentMissing;
import no.tillit.interview.InterviewSummary;
import no.tillit.interview.InterviewSummary.Person;
import no.tillit.interview.transcript.DividedTranscript;
import no.tillit.interview.transcript.TranscriptId;
import no.tillit.kernel.NotFound;
import no.tillit.kernel.ParticipantId;
import no.tillit.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Whose part of a transcript may be heard now: the gate is asked for each person by itself. */
@ApplicationScoped
public class OpenVoices {
    @Inject
    private ConsentGate gate;

    @Inject
    private Saying saying;

    /**
     * In a transaction, until whose end the answer holds.
     *
     * @throws Refusal the first person's, when nobody may be heard
     */
    public Hearable of(List<Voice> all, InterviewSummary interview) {
        List<Voice> heard = new ArrayList<>();
        @Nullable Refusal first = null;
        List<Voice> people = all.stream()
                .filter(voice -> voice.participant() != null)
                .sorted(Comparator.comparing(voice -> voice.subject().value()))
                .toList();
        for (Voice voice : people) {
            try {
                gate.require(List.of(personOf(voice)), ConsentItem.INTERVIEW, interview.heldOn());
                heard.add(voice);
            } catch (ConsentMissing | RecordClosed | NotFound closed) {
                first = first == null ? closed : first;
            }
        }
        if (heard.isEmpty()) {
            throw first == null ? new NotFound() : first;
        }
        all.stream().filter(voice -> voice.participant() == null).forEach(heard::add);
        return new Hearable(heard, saying);
    }

    private static ParticipantId personOf(Voice voice) {
        ParticipantId person = voice.participant();
        if (person == null) {
            throw new IllegalArgumentException("The interviewer is nobody the gate knows");
        }
        return person;
    }

    /** The parts that may be heard. */
    public static final class Hearable {
        private final List<Voice> heard;
        private final Saying saying;

        private Hearable(List<Voice> heard, Saying saying) {
            this.heard = heard;
            this.saying = saying;
        }

        /** Those whose words these are. */
        public List<ParticipantId> people() {
            return heard.stream()
                    .filter(voice -> voice.participant() != null)
                    .map(OpenVoices::personOf)
                    .toList();
        }

        /** All of them in order, with one gap for each stretch that is missing. */
        public DividedTranscript transcript(TranscriptId id, InterviewSummary interview) {
            Map<ParticipantId, String> names =
                    interview.participants().stream().collect(Collectors.toMap(Person::id, Person::pseudonym));
            var said = new TreeMap<Integer, DividedTranscript.Passage>();
            for (Voice voice : heard) {
                String name = voice.participant() == null ? null : names.get(voice.participant());
                saying.open(voice)
                        .forEach(turn ->
                                said.put(turn.number(), new DividedTranscript.Passage(name, turn.at(), turn.text())));
            }
            return withGaps(id, interview, said);
        }

        private DividedTranscript withGaps(
                TranscriptId id, InterviewSummary interview, Map<Integer, DividedTranscript.Passage> said) {
            List<DividedTranscript.Passage> turns = new ArrayList<>();
            int gaps = 0;
            boolean within = false;
            for (int number = 1; number <= heard.get(0).turnsInAll(); number++) {
                DividedTranscript.Passage spoken = said.get(number);
                if (spoken != null) {
                    turns.add(spoken);
                } else if (!within) {
                    turns.add(DividedTranscript.Passage.gap());
                    gaps++;
                }
                within = spoken == null;
            }
            return new DividedTranscript(id, interview.id(), interview.heldOn(), turns, gaps);
        }
    }
}
