-- A data subject asks for erasure (GDPR Art 17): who received it and when, and when it was answered (Art 12(3)).
ALTER TABLE deletion_job DROP CONSTRAINT deletion_job_cause_check;
ALTER TABLE deletion_job ADD CONSTRAINT deletion_job_cause_check
    CHECK (cause IN ('WITHDRAWAL', 'END_OF_PROCESSING', 'MANUAL', 'SCHEDULE', 'REQUEST'));
ALTER TABLE deletion_job ADD COLUMN received_on date;
ALTER TABLE deletion_job ADD COLUMN received_by text;
ALTER TABLE deletion_job ADD COLUMN answered_on date;
ALTER TABLE deletion_job ADD COLUMN answered_by text;
ALTER TABLE deletion_job ADD CHECK ((cause = 'REQUEST') = (received_on IS NOT NULL) AND (received_on IS NULL) = (received_by IS NULL));
ALTER TABLE deletion_job ADD CHECK (cause <> 'REQUEST' OR participant_id IS NOT NULL);
ALTER TABLE deletion_job ADD CHECK ((answered_on IS NULL) = (answered_by IS NULL) AND (answered_on IS NULL OR received_on IS NOT NULL));
CREATE INDEX deletion_job_unanswered ON deletion_job (received_on) WHERE received_on IS NOT NULL AND answered_on IS NULL;
