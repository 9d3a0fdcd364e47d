-- Scans of signed forms, from their arrival until they are matched. Nobody knows yet whose they are, so their keys are the
-- project's until a form's number says whose it is. What they show lies in blobs; here stand only where, and the codes.

-- A file as it was sent, until all its pages are read; then its bytes go, and the row with its last open form.
CREATE TABLE scan_batch (
    id            uuid        PRIMARY KEY,
    project_id    uuid        NOT NULL REFERENCES project,
    state         text        NOT NULL CHECK (state IN ('WAITING', 'READING', 'READ', 'REFUSED')),
    refusal       text,
    pages         integer     CHECK (pages >= 0),
    pages_read    integer     NOT NULL CHECK (pages_read >= 0),
    blank_pages   integer     NOT NULL CHECK (blank_pages >= 0),
    attempts      integer     NOT NULL,
    reading_until timestamptz,
    file_name     bytea       NOT NULL,
    -- A keyed hash, by which the same file sent twice is told.
    content_hash  bytea,
    subject_id    uuid,
    key_id        uuid        UNIQUE,
    wrapped       bytea,
    blob          uuid        UNIQUE,
    length        bigint,
    stored_length bigint,
    sha256        bytea,
    received_at   timestamptz NOT NULL,
    received_by   text        NOT NULL,
    UNIQUE (project_id, content_hash),
    CHECK ((state IN ('WAITING', 'READING')) = (blob IS NOT NULL)),
    CHECK ((state = 'REFUSED') = (refusal IS NOT NULL)),
    CHECK ((blob IS NULL) = (key_id IS NULL) AND (blob IS NULL) = (wrapped IS NULL) AND (blob IS NULL) = (length IS NULL)
       AND (blob IS NULL) = (stored_length IS NULL) AND (blob IS NULL) = (sha256 IS NULL) AND (blob IS NULL) = (subject_id IS NULL))
);
CREATE INDEX scan_batch_project ON scan_batch (project_id, received_at);
CREATE INDEX scan_batch_to_read ON scan_batch (received_at) WHERE state IN ('WAITING', 'READING');

-- The pages that belong together, and what is known of whose they are.
CREATE TABLE scanned_form (
    id             uuid        PRIMARY KEY,
    project_id     uuid        NOT NULL REFERENCES project,
    batch_id       uuid        REFERENCES scan_batch ON DELETE SET NULL,
    state          text        NOT NULL CHECK (state IN ('PROPOSED', 'BY_HAND', 'ATTACHING', 'MATCHED')),
    reason         text        CHECK (reason IN ('NO_CODE', 'FOREIGN_CODE', 'VERSION_UNKNOWN', 'NUMBER_UNKNOWN', 'NUMBER_USED',
                                   'PERSON_GONE', 'PAGES_TWICE', 'PAGES_MISSING', 'PAGE_UNREADABLE', 'NO_NUMBER')),
    version_id     uuid        REFERENCES consent_template_version,
    language       text        CHECK (language IN ('NB', 'NN', 'EN')),
    number         text,
    number_known   boolean     NOT NULL,
    pages_printed  integer,
    form_page      integer,
    participant_id uuid        REFERENCES participant,
    consent_id     uuid        REFERENCES consent ON DELETE SET NULL,
    hinted_on      date,
    looked_at      timestamptz,
    received_at    timestamptz NOT NULL,
    received_by    text        NOT NULL,
    matched_at     timestamptz,
    matched_by     text,
    CHECK ((state = 'BY_HAND') = (reason IS NOT NULL)),
    CHECK (state NOT IN ('ATTACHING', 'MATCHED') OR (participant_id IS NOT NULL AND matched_by IS NOT NULL))
);
CREATE INDEX scanned_form_project ON scanned_form (project_id, state, received_at);
CREATE INDEX scanned_form_batch ON scanned_form (batch_id);
CREATE INDEX scanned_form_number ON scanned_form (project_id, number) WHERE number IS NOT NULL;
CREATE INDEX scanned_form_participant ON scanned_form (participant_id);
CREATE INDEX scanned_form_consent ON scanned_form (consent_id);
CREATE INDEX scanned_form_to_look_at ON scanned_form (received_at) WHERE looked_at IS NULL;

-- A page: its picture, upright. A page that could not be read has none.
CREATE TABLE scanned_page (
    id            uuid        PRIMARY KEY,
    project_id    uuid        NOT NULL REFERENCES project,
    form_id       uuid        NOT NULL REFERENCES scanned_form,
    batch_id      uuid        NOT NULL,
    batch_page    integer     NOT NULL CHECK (batch_page > 0),
    printed_page  integer,
    width         integer     NOT NULL,
    height        integer     NOT NULL,
    -- Whether a program thinks that it stands on its head; in degrees.
    turned        integer     NOT NULL CHECK (turned IN (0, 180)),
    subject_id    uuid,
    key_id        uuid        UNIQUE,
    wrapped       bytea,
    blob          uuid        UNIQUE,
    length        bigint,
    stored_length bigint,
    sha256        bytea,
    kept_at       timestamptz NOT NULL,
    UNIQUE (batch_id, batch_page),
    CHECK ((blob IS NULL) = (key_id IS NULL) AND (blob IS NULL) = (wrapped IS NULL) AND (blob IS NULL) = (length IS NULL)
       AND (blob IS NULL) = (stored_length IS NULL) AND (blob IS NULL) = (sha256 IS NULL) AND (blob IS NULL) = (subject_id IS NULL))
);
CREATE INDEX scanned_page_form ON scanned_page (form_id);
CREATE INDEX scanned_page_subject ON scanned_page (subject_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON scan_batch, scanned_form, scanned_page TO tillit_app;
CALL show_by_project('scan_batch');
CALL show_by_project('scanned_form');
CALL show_by_project('scanned_page');

-- The view of every blob, with whatever is in it already, and these.
DO $$
BEGIN
    EXECUTE 'CREATE OR REPLACE VIEW stored_blob AS ' || rtrim(pg_get_viewdef('stored_blob'::regclass), '; ')
        || ' UNION ALL SELECT blob, stored_length, sha256, received_at FROM scan_batch WHERE blob IS NOT NULL'
        || ' UNION ALL SELECT blob, stored_length, sha256, kept_at FROM scanned_page WHERE blob IS NOT NULL';
END $$;
