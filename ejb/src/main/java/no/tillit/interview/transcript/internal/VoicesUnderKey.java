package no.tillit.interview.transcript.internal;

import no.tillit.keys.upkeep.SealedFields;

/** What each one said in a transcript, under the speaker's key; the interviewer's under the project's. */
public final class VoicesUnderKey extends SealedFields {
    public VoicesUnderKey() {
        super("parts of transcripts", "transcript_voice", "id", "coalesce(participant_id, project_id)", "said");
    }
}
