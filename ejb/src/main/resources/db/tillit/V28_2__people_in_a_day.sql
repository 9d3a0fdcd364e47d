-- Who took out or read about how many people in a day is asked on the start page of those who oversee, however long the log is.
CREATE INDEX audit_entry_people ON audit_entry (action, at) INCLUDE (actor, participant_id)
    WHERE participant_id IS NOT NULL AND outcome = 'ALLOWED';
