package no.tillit.ui.interview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.tillit.document.DocumentId;
import no.tillit.interview.transcript.DividingTranscript;
import no.tillit.interview.transcript.Speaker;
import no.tillit.interview.transcript.SpeakerKind;
import no.tillit.interview.transcript.TranscriptSpeakers;
import no.tillit.kernel.ParticipantId;
import no.tillit.ui.shell.Problems;
import no.tillit.ui.shell.Say;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import no.tillit.ui.shell.Way;
import org.jspecify.annotations.Nullable;

/** A person says who is behind each label of a transcript, so that it can be divided by speaker. */
@Named
@RequestScoped
public class SpeakersPage {
    @Inject
    private DividingTranscript dividing;

    @Inject
    private Visitor visitor;

    @Inject
    private Problems problems;

    @Inject
    private Table table;

    @Inject
    private Say say;

    @Inject
    private Way way;

    private @Nullable TranscriptSpeakers speakers;
    private @Nullable List<Answer> answers;

    /** Who is behind one label, as chosen in the form. */
    public static class Answer {
        private final TranscriptSpeakers.Label label;
        private String who = "";

        Answer(TranscriptSpeakers.Label label) {
            this.label = label;
        }

        public TranscriptSpeakers.Label getLabel() {
            return label;
        }

        public String getWho() {
            return who;
        }

        public void setWho(@Nullable String who) {
            this.who = who == null ? "" : who;
        }
    }

    /** Divides the transcript, and goes to it. */
    public void divide() {
        if (getAnswers().stream().anyMatch(answer -> answer.getWho().isEmpty())) {
            problems.add("", say.text("refusal.speaker-unassigned"));
            return;
        }
        Map<String, Speaker> chosen = new LinkedHashMap<>();
        getAnswers().forEach(answer -> chosen.put(answer.getLabel().label(), speaker(answer.getWho())));
        dividing.divide(id(), chosen, visitor.getPurpose());
        way.to("/interview/transcript.xhtml?id=" + id().value(), "speakers.done");
    }

    public TranscriptSpeakers getSpeakers() {
        TranscriptSpeakers read = speakers == null ? dividing.speakers(id(), visitor.getPurpose()) : speakers;
        speakers = read;
        return read;
    }

    /** One answer for each label, in order of appearance. */
    public List<Answer> getAnswers() {
        List<Answer> made = answers;
        if (made == null) {
            made = getSpeakers().labels().stream().map(Answer::new).toList();
            answers = made;
        }
        return made;
    }

    /** Who it may be. */
    public List<SelectItem> getChoices() {
        List<SelectItem> choices = new ArrayList<>();
        choices.add(new SelectItem("", say.text("speakers.choose")));
        getSpeakers()
                .people()
                .forEach(
                        person -> choices.add(new SelectItem(person.id().value().toString(), person.pseudonym())));
        choices.add(new SelectItem(SpeakerKind.INTERVIEWER.name(), say.label(SpeakerKind.INTERVIEWER)));
        choices.add(new SelectItem(SpeakerKind.NOBODY.name(), say.label(SpeakerKind.NOBODY)));
        return choices;
    }

    private static Speaker speaker(String who) {
        if (who.equals(SpeakerKind.INTERVIEWER.name())) {
            return Speaker.interviewer();
        }
        return who.equals(SpeakerKind.NOBODY.name())
                ? Speaker.nobody()
                : Speaker.participant(new ParticipantId(UUID.fromString(who)));
    }

    private DocumentId id() {
        return new DocumentId(table.id("id"));
    }
}
