-- Whom something about a person was shared with by their consent, and who has to be told when that ends (GDPR Art 19). The
-- participant's id goes with the person; that a recipient was or was not told stays.
CREATE TABLE recipient_notice (
    id             uuid        PRIMARY KEY,
    project_id     uuid        NOT NULL REFERENCES project,
    participant_id uuid        REFERENCES participant,
    recipient      text        NOT NULL,
    code           text        NOT NULL,
    how            text        NOT NULL CHECK (how IN ('WITHDRAWN', 'REVOKED', 'EXPIRED')),
    ended_at       timestamptz NOT NULL,
    confirmed_at   timestamptz,
    confirmed_by   text,
    UNIQUE (participant_id, code, ended_at),
    CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL))
);
CREATE INDEX recipient_notice_waiting ON recipient_notice (project_id, ended_at, id) WHERE confirmed_at IS NULL;
CREATE INDEX recipient_notice_participant ON recipient_notice (participant_id);

-- Confirmed once; taken from the person when the person is erased.
CREATE FUNCTION recipient_notice_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.project_id, NEW.recipient, NEW.code, NEW.how, NEW.ended_at)
            IS DISTINCT FROM (OLD.id, OLD.project_id, OLD.recipient, OLD.code, OLD.how, OLD.ended_at)
        OR (NEW.participant_id IS NOT NULL AND NEW.participant_id IS DISTINCT FROM OLD.participant_id)
        OR (OLD.confirmed_at IS NOT NULL
            AND (NEW.confirmed_at, NEW.confirmed_by) IS DISTINCT FROM (OLD.confirmed_at, OLD.confirmed_by)) THEN
        RAISE EXCEPTION 'A notice to a recipient is confirmed once and stays';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER recipient_notice_stays BEFORE UPDATE ON recipient_notice
    FOR EACH ROW EXECUTE FUNCTION recipient_notice_stays();

GRANT SELECT, INSERT ON recipient_notice TO tillit_app;
GRANT UPDATE (participant_id, confirmed_at, confirmed_by) ON recipient_notice TO tillit_app;
CALL show_by_project('recipient_notice');
