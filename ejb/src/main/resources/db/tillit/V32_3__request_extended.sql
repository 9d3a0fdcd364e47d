-- A request may take two months more, once, for one of the two reasons that the law knows (GDPR Art 12(3)); and who must answer is
-- reminded before the last day.
ALTER TABLE deletion_job ADD COLUMN extended_on date;
ALTER TABLE deletion_job ADD COLUMN extended_by text;
ALTER TABLE deletion_job ADD COLUMN extension_reason text CHECK (extension_reason IN ('COMPLEX', 'MANY_REQUESTS'));
ALTER TABLE deletion_job ADD CHECK ((extended_on IS NULL) = (extended_by IS NULL) AND (extended_on IS NULL) = (extension_reason IS NULL)
    AND (extended_on IS NULL OR received_on IS NOT NULL));
ALTER TABLE reminder DROP CONSTRAINT reminder_kind_check;
ALTER TABLE reminder ADD CONSTRAINT reminder_kind_check
    CHECK (kind IN ('DUE', 'REVIEW', 'HOLD_REVIEW', 'APPROVAL_ENDS', 'CONSENT_ENDS', 'ANSWER_DUE'));
