-- A form is never rewritten: only its scan is attached, once.
REVOKE UPDATE ON consent FROM tillit_app;
GRANT UPDATE (evidence) ON consent TO tillit_app;
CREATE FUNCTION consent_stays_as_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.evidence IS NOT NULL OR NEW.evidence IS NULL THEN
        RAISE EXCEPTION 'A consent stays as it was signed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER consent_stays_as_signed BEFORE UPDATE ON consent
    FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION consent_stays_as_signed();

-- How long a yes holds is kept with the decision: the last day, and the months it was worked out from. Without a last day it
-- holds until the project's end, and never longer.
ALTER TABLE consent_decision ADD valid_until date;
ALTER TABLE consent_decision ADD valid_months integer CHECK (valid_months BETWEEN 1 AND 240);
ALTER TABLE consent_decision ADD CHECK (valid_months IS NULL OR valid_until IS NOT NULL);
ALTER TABLE consent_decision ADD CHECK (given OR valid_until IS NULL);

-- Who ended it: the person, or somebody else in their place.
ALTER TABLE consent_withdrawal ADD ended_by text NOT NULL DEFAULT 'PERSON'
    CHECK (ended_by IN ('PERSON', 'GUARDIAN', 'PARENT', 'AUTHORITY'));

-- Whether a form counts: what a second person found, or that it was recorded by mistake. The newest speaks.
CREATE TABLE consent_verdict (
    id             uuid        PRIMARY KEY,
    consent_id     uuid        NOT NULL REFERENCES consent ON DELETE CASCADE,
    participant_id uuid        NOT NULL REFERENCES participant,
    project_id     uuid        NOT NULL REFERENCES project,
    kind           text        NOT NULL CHECK (kind IN ('CHECK', 'MISTAKE')),
    legible        boolean,
    complete       boolean,
    signed         boolean,
    dated          boolean,
    reason         text        CHECK (reason IN ('ILLEGIBLE', 'INCOMPLETE', 'NOT_SIGNED', 'NOT_DATED', 'MISREAD', 'WRONG_PERSON', 'WRONG_FORM')),
    overturns      boolean     NOT NULL,
    at             timestamptz NOT NULL,
    recorded_by    text        NOT NULL,
    UNIQUE (consent_id, at),
    CHECK ((kind = 'CHECK') = (legible IS NOT NULL)),
    CHECK ((legible IS NULL) = (complete IS NULL)),
    CHECK ((legible IS NULL) = (signed IS NULL)),
    CHECK ((legible IS NULL) = (dated IS NULL)),
    CHECK (kind <> 'MISTAKE' OR reason IS NOT NULL),
    CHECK (kind <> 'CHECK' OR reason IS NOT NULL OR (legible AND complete AND signed AND dated))
);
CREATE INDEX consent_verdict_participant ON consent_verdict (participant_id);

-- That the end of a yes was foreseen, and that it came: each is told once.
CREATE TABLE consent_expiry (
    participant_id uuid        NOT NULL REFERENCES participant,
    project_id     uuid        NOT NULL REFERENCES project,
    item           text        NOT NULL,
    last_day       date        NOT NULL,
    kind           text        NOT NULL CHECK (kind IN ('WARNED', 'ENDED')),
    at             timestamptz NOT NULL,
    PRIMARY KEY (participant_id, item, last_day, kind)
);
CREATE INDEX consent_expiry_project ON consent_expiry (project_id, last_day);

-- How each item of each participant stands as known now. Worked out again from forms, withdrawals and verdicts with each of
-- them, for boards and counts alone: the gate never asks it. Expiry is not in it; whoever reads it compares the last day.
CREATE TABLE consent_standing (
    participant_id uuid        NOT NULL REFERENCES participant,
    project_id     uuid        NOT NULL REFERENCES project,
    item           text        NOT NULL,
    state          text        NOT NULL CHECK (state IN ('GIVEN', 'REFUSED', 'WITHDRAWN', 'REVOKED', 'INVALIDATED')),
    consent_id     uuid        NOT NULL,
    since          date        NOT NULL,
    last_day       date,
    PRIMARY KEY (participant_id, item)
);
CREATE INDEX consent_standing_project ON consent_standing (project_id, item, state);
CREATE INDEX consent_standing_ending ON consent_standing (project_id, last_day) WHERE state = 'GIVEN' AND last_day IS NOT NULL;

-- Forms on paper that nobody has checked yet.
CREATE TABLE consent_unchecked (
    consent_id     uuid        PRIMARY KEY REFERENCES consent ON DELETE CASCADE,
    participant_id uuid        NOT NULL REFERENCES participant,
    project_id     uuid        NOT NULL REFERENCES project,
    captured_at    timestamptz NOT NULL
);
CREATE INDEX consent_unchecked_project ON consent_unchecked (project_id, captured_at, consent_id);
CREATE INDEX consent_unchecked_participant ON consent_unchecked (participant_id);

ALTER TABLE participant DROP CONSTRAINT participant_block_reason_check;
ALTER TABLE participant ADD CONSTRAINT participant_block_reason_check
    CHECK (block_reason IN ('CONSENT_WITHDRAWN', 'CONSENT_REVOKED', 'CONSENT_EXPIRED', 'PROCESSING_ENDED', 'ERASURE_DECIDED'));

GRANT SELECT, INSERT, DELETE ON consent_verdict, consent_expiry, consent_unchecked TO tillit_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON consent_standing TO tillit_app;
