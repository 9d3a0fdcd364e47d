-- The gate reads all that one person has decided in every use of personal data: found in one place of one index each, not by
-- way of every form, and shown with the person, of whom there is one (0230). A decision is its form's participant's, whoever
-- writes it.
ALTER TABLE consent_decision ADD participant_id uuid;
UPDATE consent_decision d SET participant_id = c.participant_id FROM consent c WHERE c.id = d.consent_id;
ALTER TABLE consent_decision ALTER COLUMN participant_id SET NOT NULL;

CREATE FUNCTION decided_by_the_forms_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.participant_id := (SELECT c.participant_id FROM consent c WHERE c.id = NEW.consent_id);
    RETURN NEW;
END $$;
CREATE TRIGGER decided_by_the_forms_person BEFORE INSERT OR UPDATE ON consent_decision
    FOR EACH ROW EXECUTE FUNCTION decided_by_the_forms_person();

CREATE INDEX consent_decision_at_the_gate ON consent_decision (participant_id, item)
    INCLUDE (consent_id, given, valid_until, counterpart);
CREATE INDEX consent_at_the_gate ON consent (participant_id) INCLUDE (id, project_id, signed_on, captured_at, captured_by);

DROP POLICY project ON consent_decision;
CALL show_by_parent('consent_decision', 'participant_id', 'participant');
