package no.tillit.interview.transcript.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.tillit.interview.transcript.TranscriptSpeakers.Label;

/** What was said in a transcript, turn by turn. */
public final class Spoken {
    private static final int BEGINS = 120;

    private final List<Turn> turns;

    private Spoken(List<Turn> turns) {
        this.turns = turns;
    }

    /** Every label in the text taken for a speaker. */
    public static Spoken in(String text) {
        return new Spoken(SpeakerTurns.in(text));
    }

    /** The same, but these labels are no speakers. */
    public static Spoken in(String text, Set<String> notSpeakers) {
        return new Spoken(SpeakerTurns.in(text, notSpeakers));
    }

    /** Who speaks, in order of appearance. */
    public List<Label> labels() {
        return SpeakerTurns.byLabel(turns).entrySet().stream()
                .map(each -> new Label(each.getKey(), each.getValue().size(), begins(each.getValue())))
                .toList();
    }

    Map<String, List<Turn>> byLabel() {
        return SpeakerTurns.byLabel(turns);
    }

    int turns() {
        return turns.size();
    }

    private static String begins(List<Turn> turns) {
        String text = turns.get(0).text().replace('\n', ' ');
        return text.length() <= BEGINS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, BEGINS - 1))) + "…";
    }
}
