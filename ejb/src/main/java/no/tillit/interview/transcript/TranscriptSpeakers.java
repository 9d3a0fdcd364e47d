package no.tillit.interview.transcript;

import java.util.List;
import no.tillit.document.DocumentId;
import no.tillit.interview.InterviewId;
import no.tillit.interview.InterviewSummary.Person;

/**
 * The labels under which people speak in a transcript, in order of appearance, and those who may be behind them.
 *
 * @param people who took part in the interview
 * @param divided whether it has been divided before; dividing again replaces that
 */
public record TranscriptSpeakers(
        DocumentId document, InterviewId interview, List<Label> labels, List<Person> people, boolean divided) {
    public TranscriptSpeakers {
        labels = List.copyOf(labels);
        people = List.copyOf(people);
    }

    /**
     * One label.
     *
     * @param turns how often it speaks; at least 1
     * @param begins the first words said under it, at most 120 characters, to recognise the voice by
     */
    public record Label(String label, int turns, String begins) {}
}
