-- Of a person's state only the day of a withdrawal is among what the rules are asked about. Whoever is blocked for another reason, as
-- everybody of whom an erasure was decided, keeps the dates as they are; asking again about all of a large project took seconds.
CREATE OR REPLACE FUNCTION disposal_by_participant() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM disposal_changed('participant', NEW.id, NEW.project_id, 'PARTICIPANT');
    ELSIF NEW.state = 'ERASED' THEN
        DELETE FROM disposal WHERE kind = 'participant' AND record_id = NEW.id;
    ELSIF OLD.state = 'ERASED'
        OR (CASE WHEN NEW.block_reason = 'CONSENT_WITHDRAWN' THEN NEW.blocked_at END)
           IS DISTINCT FROM (CASE WHEN OLD.block_reason = 'CONSENT_WITHDRAWN' THEN OLD.blocked_at END) THEN
        PERFORM disposal_of_person_changed(NEW.id);
    END IF;
    RETURN NULL;
END $$;
