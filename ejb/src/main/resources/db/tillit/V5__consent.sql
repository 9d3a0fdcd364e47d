-- A consent form as a person signed it: never rewritten, only its scan is attached later.
CREATE TABLE consent (
    id             uuid        PRIMARY KEY,
    project_id     uuid        NOT NULL,
    participant_id uuid        NOT NULL REFERENCES participant,
    signed_on      date        NOT NULL,
    method         text        NOT NULL CHECK (method IN ('PAPER')),
    language       text        NOT NULL CHECK (language IN ('nb', 'nn', 'en')),
    form_reference text,
    decided        text        NOT NULL,
    round          integer     NOT NULL CHECK (round >= 0),
    captured_at    timestamptz NOT NULL,
    captured_by    text        NOT NULL,
    evidence       uuid,
    -- The same form cannot be stored twice. The round counts withdrawals on the day of signing, so that somebody who
    -- withdraws and signs again on one day can.
    CONSTRAINT consent_stored_once UNIQUE (participant_id, signed_on, decided, round)
);

-- What the form says about each item that was decided on it.
CREATE TABLE consent_decision (
    consent_id uuid    NOT NULL REFERENCES consent ON DELETE CASCADE,
    item       text    NOT NULL CHECK (item IN ('INTERVIEW', 'AUDIO_RECORDING', 'CONTACT_AGAIN', 'FOLLOW_UP', 'SHARE_PLAN')),
    given      boolean NOT NULL,
    PRIMARY KEY (consent_id, item)
);

-- A person's withdrawal of an item: ends the item in every consent signed before it.
CREATE TABLE consent_withdrawal (
    participant_id uuid        NOT NULL REFERENCES participant,
    item           text        NOT NULL CHECK (item IN ('INTERVIEW', 'AUDIO_RECORDING', 'CONTACT_AGAIN', 'FOLLOW_UP', 'SHARE_PLAN')),
    at             timestamptz NOT NULL,
    recorded_by    text        NOT NULL,
    PRIMARY KEY (participant_id, item, at)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON consent TO tillit_app;
GRANT SELECT, INSERT, DELETE ON consent_decision, consent_withdrawal TO tillit_app;
