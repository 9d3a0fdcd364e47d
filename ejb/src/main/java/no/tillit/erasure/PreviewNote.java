package no.tillit.erasure;

import java.util.Locale;

/** What a person has to know before deciding, in one sentence; pages translate it by its code. */
public enum PreviewNote {
    GROUP_RECORDING_ENDS(
            "A focus group's recording is included. It needs every member's key, so it ends for the whole group."),
    GROUP_TRANSCRIPT_ENDS(
            "A focus group's transcript is included. The file needs every member's key, so it ends for the whole group; where it was divided by speaker, what the others said stays."),
    KEY_KEPT_FOR_HELD_BACK(
            "Something is held back, so the key of the participants concerned is kept; what goes, goes with its own keys, bytes and rows."),
    KEY_KEPT_FOR_THE_REST(
            "Only some consent items were withdrawn, so the participant's key is kept; what rests on those items goes with its own keys, bytes and rows."),
    KEY_KEPT_FOR_SCHEDULE(
            "Only the records that a schedule has made due go, so every participant's key is kept; they go with their own keys, bytes and rows."),
    ERASED_BEFORE(
            "Something had been erased already by another deletion when this one came to it. That one's certificate tells of it."),
    HELD("Something is held. It stays until its hold is released, and goes then if its day has come."),
    PRESERVED(
            "Archive law preserves something. No deletion takes it: it is closed and stands on the list for transfer; the same person's other data goes."),
    ANONYMISED_STAYS(
            "What was released as anonymised stays: it is about nobody any more, lies under keys of its own, and is no personal data."),
    LINKAGE_GOES(
            "With the project's end the linkage key and the contact register go, and with them everything that still carries a participant's number, unless it is held back."),
    PROJECT_KEY_GOES(
            "When everything else is gone, the project's own key is destroyed too: what older backups hold under it becomes unreadable."),
    NOT_PRESENTED("The system proposed this. One person presents it, and another approves it.");

    private final String sentence;

    PreviewNote(String sentence) {
        this.sentence = sentence;
    }

    /** In kebab case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In English. */
    public String sentence() {
        return sentence;
    }
}
