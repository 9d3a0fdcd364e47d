-- That a yes runs out is told by mail, too: a project, a day and how many people it is about.
ALTER TABLE reminder DROP CONSTRAINT reminder_kind_check;
ALTER TABLE reminder ADD CONSTRAINT reminder_kind_check
    CHECK (kind IN ('DUE', 'REVIEW', 'HOLD_REVIEW', 'APPROVAL_ENDS', 'CONSENT_ENDS'));
