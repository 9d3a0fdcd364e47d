-- Who did what to which record, and why (O-24). The application adds and reads; it never changes or removes.
CREATE TABLE audit_entry (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at             timestamptz NOT NULL,
    actor          text        NOT NULL,
    role           text        NOT NULL,
    purpose        text,
    action         text        NOT NULL,
    project_id     uuid,
    participant_id uuid,
    record_type    text,
    record_id      uuid,
    outcome        text        NOT NULL CHECK (outcome IN ('ALLOWED', 'REFUSED')),
    reason         text,
    CHECK ((outcome = 'REFUSED') = (reason IS NOT NULL))
);
CREATE INDEX audit_entry_project ON audit_entry (project_id, id);
CREATE INDEX audit_entry_participant ON audit_entry (participant_id, id);
CREATE INDEX audit_entry_actor ON audit_entry (actor, id);
CREATE INDEX audit_entry_at ON audit_entry (at);

GRANT SELECT, INSERT ON audit_entry TO tillit_app;
