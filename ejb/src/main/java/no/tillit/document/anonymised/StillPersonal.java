package no.tillit.document.anonymised;

import no.tillit.kernel.Refusal;

/** What still points to a participant cannot be called anonymous (O-09). Says what points, and never to whom. */
public class StillPersonal extends Refusal {
    private static final long serialVersionUID = 1L;

    private StillPersonal(String code, String message) {
        super(code, message);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }

    public static StillPersonal pseudonymInName() {
        return new StillPersonal(
                "pseudonym-in-name", "The file's name holds a participant's pseudonym. Give the file another name.");
    }

    public static StillPersonal pseudonymInText() {
        return new StillPersonal(
                "pseudonym-in-text", "The text holds a participant's pseudonym. Take it out and send the file again.");
    }

    public static StillPersonal recordInText() {
        return new StillPersonal(
                "record-id-in-text",
                "The text or the name holds the number of a participant, an interview or a document of this project."
                        + " Take it out and send the file again.");
    }

    public static StillPersonal nationalIdInText() {
        return new StillPersonal(
                "national-id-in-text",
                "The text or the name holds what can be a national identity number. Take it out and send the file again.");
    }

    /** Nothing was found in it, or more than can be looked through. */
    public static StillPersonal notReadable() {
        return new StillPersonal(
                "text-not-checkable",
                "The text of this file cannot be looked through whole, so nobody can say that it is anonymous."
                        + " Send it as text rather than as pictures, or in smaller parts.");
    }
}
