-- How a project wants its deletions and reminders. Without a row: no cooling period, sixty days' notice, no mailbox of its own.
CREATE TABLE retention_setting (
    project_id    uuid        PRIMARY KEY REFERENCES project,
    cooling_hours integer     NOT NULL CHECK (cooling_hours BETWEEN 0 AND 720),
    lead_days     integer     NOT NULL CHECK (lead_days BETWEEN 1 AND 365),
    mailbox       text,
    changed_at    timestamptz NOT NULL,
    changed_by    text        NOT NULL
);

-- A deletion may be due by a schedule, wait for its cooling period, be stopped within it, be paused, and wait for hands.
ALTER TABLE deletion_job DROP CONSTRAINT deletion_job_cause_check;
ALTER TABLE deletion_job ADD CONSTRAINT deletion_job_cause_check
    CHECK (cause IN ('WITHDRAWAL', 'END_OF_PROCESSING', 'MANUAL', 'SCHEDULE'));
ALTER TABLE deletion_job DROP CONSTRAINT deletion_job_state_check;
ALTER TABLE deletion_job ADD CONSTRAINT deletion_job_state_check
    CHECK (state IN ('PROPOSED', 'REFUSED', 'APPROVED', 'STOPPED', 'EXECUTING', 'PARTLY_FAILED', 'AWAITING_HANDS', 'COMPLETED'));
ALTER TABLE deletion_job ADD COLUMN runs_at timestamptz;
ALTER TABLE deletion_job ADD COLUMN paused_at timestamptz;
ALTER TABLE deletion_job ADD COLUMN paused_by text;
ALTER TABLE deletion_job ADD COLUMN stopped_at timestamptz;
ALTER TABLE deletion_job ADD COLUMN stopped_by text;
ALTER TABLE deletion_job ADD CHECK ((paused_at IS NULL) = (paused_by IS NULL));
ALTER TABLE deletion_job ADD CHECK ((stopped_at IS NULL) = (stopped_by IS NULL));
ALTER TABLE deletion_job ADD CHECK ((state = 'STOPPED') = (stopped_at IS NOT NULL));
CREATE INDEX deletion_item_record ON deletion_item (record_id) WHERE decision = 'DISPOSE';
CREATE INDEX deletion_key_participant ON deletion_key (participant_id);

-- What no program can do: somebody does it and says so, before the certificate is issued. Where it is, is encrypted.
CREATE TABLE deletion_manual_step (
    id           uuid        PRIMARY KEY,
    job_id       uuid        NOT NULL,
    project_id   uuid        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('PAPER', 'RECORDER', 'OTHER_COPY')),
    place        bytea       NOT NULL,
    added_by     text        NOT NULL,
    added_at     timestamptz NOT NULL,
    done_on      date,
    confirmed_by text,
    confirmed_at timestamptz,
    FOREIGN KEY (job_id, project_id) REFERENCES deletion_job (id, project_id),
    CHECK ((done_on IS NULL) = (confirmed_by IS NULL)),
    CHECK ((done_on IS NULL) = (confirmed_at IS NULL))
);
CREATE INDEX deletion_manual_step_job ON deletion_manual_step (job_id);

GRANT SELECT, INSERT, UPDATE ON retention_setting, deletion_manual_step TO tillit_app;
CALL show_by_project('retention_setting');
CALL show_by_project('deletion_manual_step');
