-- Why a deletion was refused may name people: it is encrypted under the participant's key, or the project's, and goes with the
-- person. What was kept as typed before is not carried over.
ALTER TABLE deletion_job DROP COLUMN refusal_reason;
ALTER TABLE deletion_job
    ADD COLUMN refusal_reason bytea,
    ADD CHECK (refusal_reason IS NULL OR state = 'REFUSED');
