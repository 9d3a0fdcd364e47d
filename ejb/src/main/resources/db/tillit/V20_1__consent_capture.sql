-- Consent is taken down on paper, on screen, by word of mouth, or by somebody who fills in while the person decides.
ALTER TABLE consent DROP CONSTRAINT consent_method_check;
ALTER TABLE consent ADD CONSTRAINT consent_method_check CHECK (method IN ('PAPER', 'SCREEN', 'SPOKEN', 'ON_BEHALF'));

-- How a consent was taken down that is not on paper. Who was present, why, and where the recording is are written freely about
-- people, so they are ciphertext under the person's key.
CREATE TABLE consent_capture (
    consent_id     uuid        PRIMARY KEY REFERENCES consent ON DELETE CASCADE,
    participant_id uuid        NOT NULL REFERENCES participant,
    project_id     uuid        NOT NULL REFERENCES project,
    signature      text        CHECK (signature IN ('DRAWN', 'ATTESTED')),
    present        bytea,
    reason         bytea,
    recording      bytea,
    -- Of the sealed document that is kept as evidence.
    sha256         text        CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    sealed_at      timestamptz,
    certificate    text,
    timestamped    boolean,
    CHECK ((sha256 IS NULL) = (sealed_at IS NULL)),
    CHECK ((sha256 IS NULL) = (certificate IS NULL)),
    CHECK ((sha256 IS NULL) = (timestamped IS NULL))
);
CREATE INDEX consent_capture_participant ON consent_capture (participant_id);

GRANT SELECT, INSERT, DELETE ON consent_capture TO tillit_app;
CALL show_by_project('consent_capture');
