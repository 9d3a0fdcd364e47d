package no.tillit.document;

import no.tillit.kernel.Conflict;

/** Somebody who took part did not consent to recording, or not any more (O-05). */
public class RecordingNotConsented extends Conflict {
    private static final long serialVersionUID = 1L;

    public RecordingNotConsented() {
        super(
                "audio-not-consented",
                "Not everyone who took part has consented to recording, so no sound is kept. Add written notes instead.");
    }
}
