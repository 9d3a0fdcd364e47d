-- What each person said in a transcript, under that person's own key: one member of a focus group leaves without taking the
-- others' words along (O-13). The interviewer's part lies under the project's key and goes with the interview.
CREATE TABLE transcript_voice (
    id             uuid        PRIMARY KEY,
    project_id     uuid        NOT NULL REFERENCES project,
    interview_id   uuid        NOT NULL REFERENCES interview ON DELETE CASCADE,
    document_id    uuid        NOT NULL,
    participant_id uuid,
    turns          integer     NOT NULL CHECK (turns > 0),
    turns_in_all   integer     NOT NULL CHECK (turns_in_all >= turns),
    said           bytea       NOT NULL,
    divided_at     timestamptz NOT NULL,
    divided_by     text        NOT NULL,
    UNIQUE NULLS NOT DISTINCT (document_id, participant_id)
);
CREATE INDEX transcript_voice_interview ON transcript_voice (interview_id);
CREATE INDEX transcript_voice_person ON transcript_voice (participant_id);

CALL show_by_project('transcript_voice');
GRANT SELECT, INSERT, DELETE ON transcript_voice TO tillit_app;
