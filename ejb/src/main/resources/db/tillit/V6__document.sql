-- A document's row: what it is and where its ciphertext lies. What it says, and its file name, are encrypted.
CREATE TABLE document (
    id                     uuid        PRIMARY KEY,
    project_id             uuid        NOT NULL REFERENCES project,
    type                   text        NOT NULL CHECK (type IN ('AUDIO_RECORDING', 'TRANSCRIPT', 'INTERVIEW_NOTES',
                                           'CONSENT_EVIDENCE', 'RELEASE_PLAN', 'CASE_DOCUMENT', 'CASE_DECISION')),
    format                 text        NOT NULL CHECK (format IN ('DOCX', 'ODT', 'PDF', 'TXT', 'VTT', 'SRT', 'WAV', 'MP3',
                                           'M4A', 'FLAC', 'OGG', 'PNG', 'JPEG')),
    state                  text        NOT NULL CHECK (state IN ('AVAILABLE', 'RESTRICTED')),
    attached_to            uuid        NOT NULL,
    data_day               date        NOT NULL,
    key_id                 uuid        NOT NULL UNIQUE,
    name_owner             uuid        NOT NULL,
    file_name              bytea       NOT NULL,
    original_blob          uuid        NOT NULL UNIQUE,
    original_length        bigint      NOT NULL CHECK (original_length > 0),
    original_stored_length bigint      NOT NULL,
    original_sha256        bytea       NOT NULL CHECK (octet_length(original_sha256) = 32),
    text_blob              uuid        UNIQUE,
    text_length            bigint,
    text_stored_length     bigint,
    text_sha256            bytea,
    text_cut               boolean     NOT NULL,
    pages                  integer     CHECK (pages >= 0),
    seconds                integer     CHECK (seconds >= 0),
    received_at            timestamptz NOT NULL,
    received_by            text        NOT NULL,
    request_key            text        UNIQUE,
    restricted_at          timestamptz,
    CHECK ((state = 'RESTRICTED') = (restricted_at IS NOT NULL)),
    CHECK ((text_blob IS NULL) = (text_length IS NULL)
       AND (text_blob IS NULL) = (text_stored_length IS NULL)
       AND (text_blob IS NULL) = (text_sha256 IS NULL))
);
CREATE INDEX document_received ON document (project_id, received_at, id);
CREATE INDEX document_type ON document (project_id, type, received_at);
CREATE INDEX document_attached ON document (attached_to);

-- Whose key opens it: every share is needed, so erasing one person ends the document (O-13).
CREATE TABLE document_share (
    document_id uuid  NOT NULL REFERENCES document ON DELETE CASCADE,
    subject_id  uuid  NOT NULL,
    pseudonym   text,
    wrapped     bytea NOT NULL,
    PRIMARY KEY (document_id, subject_id)
);
CREATE INDEX document_share_subject ON document_share (subject_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON document, document_share TO tillit_app;
