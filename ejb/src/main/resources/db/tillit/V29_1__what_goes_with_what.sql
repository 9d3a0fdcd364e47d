-- What somebody said goes as a record of its own and never silently with the interview; only the interviewer's part does.
ALTER TABLE transcript_voice DROP CONSTRAINT transcript_voice_interview_id_fkey;
ALTER TABLE transcript_voice ADD FOREIGN KEY (interview_id) REFERENCES interview;
CREATE FUNCTION interviewer_goes_with_interview() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    DELETE FROM transcript_voice WHERE interview_id = OLD.id AND participant_id IS NULL;
    RETURN OLD;
END $$;
CREATE TRIGGER interviewer_goes BEFORE DELETE ON interview FOR EACH ROW EXECUTE FUNCTION interviewer_goes_with_interview();

-- Records that would go with another, though they have disposal dates and holds of their own.
CREATE VIEW record_part WITH (security_invoker = true) AS
    SELECT 'interview'::text AS kind, interview_id AS record_id, 'spoken-part'::text AS part_kind, id AS part_id,
           project_id, participant_id
      FROM transcript_voice WHERE participant_id IS NOT NULL;
GRANT SELECT ON record_part TO tillit_app;

-- Words about somebody go with that person, though the row stays.
ALTER TABLE retention_hold ALTER COLUMN reason DROP NOT NULL;
ALTER TABLE deletion_manual_step ALTER COLUMN place DROP NOT NULL;
