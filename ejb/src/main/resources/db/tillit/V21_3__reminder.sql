-- Reminders that go out by mail, each once (O-03, O-21): counts and days, no personal data.
CREATE TABLE reminder (
    id         uuid        PRIMARY KEY,
    project_id uuid        NOT NULL REFERENCES project,
    kind       text        NOT NULL CHECK (kind IN ('DUE', 'REVIEW', 'HOLD_REVIEW', 'APPROVAL_ENDS')),
    subject    uuid        NOT NULL,
    day        date        NOT NULL,
    records    bigint      NOT NULL,
    made_at    timestamptz NOT NULL,
    attempts   integer     NOT NULL DEFAULT 0,
    next_at    timestamptz NOT NULL,
    sent_at    timestamptz,
    UNIQUE (kind, subject, day)
);
CREATE INDEX reminder_waiting ON reminder (next_at) WHERE sent_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON reminder TO tillit_app;
CALL show_by_project('reminder');
