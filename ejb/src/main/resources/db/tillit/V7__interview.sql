-- An interview that was held: who took part, when, how long. What was said is in its documents.
CREATE TABLE interview (
    id         uuid        PRIMARY KEY,
    project_id uuid        NOT NULL REFERENCES project,
    kind       text        NOT NULL CHECK (kind IN ('INDIVIDUAL', 'FOCUS_GROUP')),
    state      text        NOT NULL CHECK (state IN ('HELD', 'TRANSCRIBED')),
    held_on    date        NOT NULL,
    minutes    integer     CHECK (minutes BETWEEN 1 AND 480),
    recorded   boolean     NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text        NOT NULL
);
CREATE INDEX interview_held ON interview (project_id, held_on, id);

CREATE TABLE interview_participant (
    interview_id   uuid NOT NULL REFERENCES interview ON DELETE CASCADE,
    participant_id uuid NOT NULL,
    pseudonym      text NOT NULL,
    PRIMARY KEY (interview_id, participant_id)
);
CREATE INDEX interview_participant_person ON interview_participant (participant_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON interview TO tillit_app;
GRANT SELECT, INSERT, DELETE ON interview_participant TO tillit_app;
