-- A participant in one project. An erased one keeps its id, project and the moment, so that a restored backup is recognised.
CREATE TABLE participant (
    id            uuid        PRIMARY KEY,
    project_id    uuid        NOT NULL,
    pseudonym     text,
    sample_id     uuid,
    legal_basis   text        CHECK (legal_basis IN ('CONSENT', 'PUBLIC_TASK', 'LEGAL_OBLIGATION')),
    state         text        NOT NULL CHECK (state IN ('ACTIVE', 'BLOCKED', 'ERASED')),
    blocked_at    timestamptz,
    block_reason  text        CHECK (block_reason IN ('CONSENT_WITHDRAWN', 'PROCESSING_ENDED', 'ERASURE_DECIDED')),
    registered_at timestamptz,
    registered_by text,
    erased_at     timestamptz,
    UNIQUE (project_id, pseudonym),
    CHECK ((state = 'ERASED') = (erased_at IS NOT NULL)),
    CHECK (state <> 'ERASED' OR (pseudonym IS NULL AND sample_id IS NULL AND legal_basis IS NULL
        AND blocked_at IS NULL AND block_reason IS NULL AND registered_at IS NULL AND registered_by IS NULL)),
    CHECK (state = 'ERASED' OR (pseudonym IS NOT NULL AND sample_id IS NOT NULL AND legal_basis IS NOT NULL
        AND registered_at IS NOT NULL AND registered_by IS NOT NULL)),
    CHECK ((state = 'BLOCKED') = (blocked_at IS NOT NULL)),
    CHECK ((state = 'BLOCKED') = (block_reason IS NOT NULL))
);
CREATE INDEX participant_project ON participant (project_id, state, registered_at);

-- The last running number given in a project: an erased participant's number is never given again.
CREATE TABLE participant_number (
    project_id uuid    PRIMARY KEY,
    last       integer NOT NULL CHECK (last > 0)
);

-- The contact register, apart from everything else (O-08). Every field is encrypted under the participant's key.
CREATE TABLE contact (
    participant_id uuid        PRIMARY KEY REFERENCES participant,
    name           bytea,
    phone          bytea,
    email          bytea,
    address        bytea,
    note           bytea,
    changed_at     timestamptz NOT NULL,
    changed_by     text        NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON participant, participant_number TO tillit_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON contact TO tillit_app;
