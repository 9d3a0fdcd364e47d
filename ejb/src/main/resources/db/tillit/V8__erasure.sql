-- Deletion jobs: what is to go, who proposed and who approved it, how far it has come, and the proof (O-21).
CREATE TABLE deletion_job (
    id              uuid        PRIMARY KEY,
    project_id      uuid        NOT NULL,
    participant_id  uuid,
    cause           text        NOT NULL CHECK (cause IN ('WITHDRAWAL', 'END_OF_PROCESSING', 'MANUAL')),
    withdrawn_items text[]      NOT NULL,
    since           date        NOT NULL,
    state           text        NOT NULL
        CHECK (state IN ('PROPOSED', 'REFUSED', 'APPROVED', 'EXECUTING', 'PARTLY_FAILED', 'COMPLETED')),
    version         integer     NOT NULL CHECK (version > 0),
    proposed_by     text        NOT NULL,
    proposed_at     timestamptz NOT NULL,
    presented_by    text,
    presented_at    timestamptz,
    decided_by      text,
    decided_role    text,
    decided_at      timestamptz,
    refusal_reason  text,
    lease_until     timestamptz,
    ended_at        timestamptz,
    CHECK (cause <> 'WITHDRAWAL' OR participant_id IS NOT NULL),
    CHECK ((presented_by IS NULL) = (presented_at IS NULL)),
    CHECK ((decided_by IS NULL) = (state = 'PROPOSED')),
    CHECK ((refusal_reason IS NOT NULL) = (state = 'REFUSED')),
    -- What is carried out has been presented by one person and approved by another, whoever writes the row.
    CONSTRAINT second_person CHECK (state IN ('PROPOSED', 'REFUSED')
        OR (presented_by IS NOT NULL AND decided_by <> presented_by AND decided_by <> proposed_by))
);
CREATE UNIQUE INDEX deletion_job_proposed_once ON deletion_job (project_id, participant_id, cause) NULLS NOT DISTINCT
    WHERE state = 'PROPOSED';
CREATE INDEX deletion_job_newest ON deletion_job (proposed_at DESC, id);
CREATE INDEX deletion_job_unfinished ON deletion_job (state, lease_until) WHERE state IN ('APPROVED', 'EXECUTING');

-- The preview, and after approval the list that is worked off. Ids and numbers, no personal data.
CREATE TABLE deletion_item (
    -- Deferred: stock is taken first, and without anything to erase there is no job.
    job_id         uuid    NOT NULL REFERENCES deletion_job DEFERRABLE INITIALLY DEFERRED,
    version        integer NOT NULL,
    seq            integer NOT NULL,
    kind           text    NOT NULL,
    step_order     integer NOT NULL,
    record_id      uuid    NOT NULL,
    participant_id uuid,
    parts          bigint  NOT NULL CHECK (parts > 0),
    bytes          bigint  NOT NULL CHECK (bytes >= 0),
    sha256         text,
    decision       text    NOT NULL CHECK (decision IN ('RETAIN', 'DISPOSE', 'HOLD', 'PRESERVE')),
    reason         text    NOT NULL,
    counts_from    date    NOT NULL,
    reach          text    NOT NULL,
    state          text    NOT NULL CHECK (state IN ('PENDING', 'ERASED', 'FAILED', 'HELD_BACK')),
    ended_at       timestamptz,
    PRIMARY KEY (job_id, version, seq),
    CHECK ((state = 'HELD_BACK') = (decision <> 'DISPOSE')),
    CHECK ((ended_at IS NOT NULL) = (state IN ('ERASED', 'FAILED')))
);
CREATE INDEX deletion_item_pending ON deletion_item (job_id, step_order, seq) WHERE state = 'PENDING';
CREATE INDEX deletion_item_participant ON deletion_item (job_id, participant_id);

-- What differs between one version of a preview and the one before.
CREATE TABLE deletion_change (
    job_id  uuid    NOT NULL REFERENCES deletion_job,
    version integer NOT NULL,
    kind    text    NOT NULL,
    added   bigint  NOT NULL,
    removed bigint  NOT NULL,
    PRIMARY KEY (job_id, version, kind)
);

-- The subject keys that a job destroys, with the value that names each.
CREATE TABLE deletion_key (
    job_id          uuid NOT NULL REFERENCES deletion_job,
    participant_id  uuid NOT NULL,
    key_check_value text,
    destroyed_at    timestamptz,
    PRIMARY KEY (job_id, participant_id)
);

CREATE TABLE deletion_certificate (
    job_id    uuid        PRIMARY KEY REFERENCES deletion_job,
    issued_at timestamptz NOT NULL,
    pdf       bytea       NOT NULL,
    sha256    text        NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON deletion_job, deletion_key TO tillit_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON deletion_item TO tillit_app;
GRANT SELECT, INSERT ON deletion_change, deletion_certificate TO tillit_app;
