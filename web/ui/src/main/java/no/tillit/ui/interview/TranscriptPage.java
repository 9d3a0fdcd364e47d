package no.tillit.ui.interview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.tillit.interview.transcript.DividedTranscript;
import no.tillit.interview.transcript.ReadingTranscript;
import no.tillit.interview.transcript.TranscriptId;
import no.tillit.ui.shell.Table;
import no.tillit.ui.shell.Visitor;
import org.jspecify.annotations.Nullable;

/** What was said in an interview, by speaker. */
@Named
@RequestScoped
public class TranscriptPage {
    @Inject
    private ReadingTranscript reading;

    @Inject
    private Visitor visitor;

    @Inject
    private Table table;

    private @Nullable DividedTranscript transcript;

    public DividedTranscript getTranscript() {
        DividedTranscript read =
                transcript == null ? reading.read(new TranscriptId(table.id("id")), visitor.getPurpose()) : transcript;
        transcript = read;
        return read;
    }
}
