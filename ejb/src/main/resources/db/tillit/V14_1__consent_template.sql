-- What participants are given to read and sign. A template belongs to a project and has versions.
CREATE TABLE consent_template (
    id         uuid        PRIMARY KEY,
    project_id uuid        NOT NULL REFERENCES project,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text        NOT NULL,
    UNIQUE (project_id, name)
);

CREATE TABLE consent_template_version (
    id           uuid        PRIMARY KEY,
    template_id  uuid        NOT NULL REFERENCES consent_template,
    project_id   uuid        NOT NULL REFERENCES project,
    number       integer     NOT NULL CHECK (number > 0),
    -- Stands on every page of the form, beside the bars and readable.
    code         text        NOT NULL UNIQUE,
    state        text        NOT NULL CHECK (state IN ('DRAFT', 'PUBLISHED')),
    revision     integer     NOT NULL CHECK (revision > 0),
    content      text        NOT NULL,
    reask        text        CHECK (reask IN ('NOBODY', 'ANSWERED', 'EVERYONE')),
    reask_items  text        NOT NULL DEFAULT '',
    edited_at    timestamptz NOT NULL,
    edited_by    text        NOT NULL,
    published_at timestamptz,
    published_by text,
    -- What the approval said on the day of publishing; the letter names it.
    project_name text,
    controller   text,
    ends_on      date,
    UNIQUE (template_id, number),
    CHECK ((state = 'PUBLISHED') = (published_at IS NOT NULL)),
    CHECK ((state = 'PUBLISHED') = (published_by IS NOT NULL)),
    CHECK ((state = 'PUBLISHED') = (project_name IS NOT NULL)),
    CHECK ((state = 'PUBLISHED') = (controller IS NOT NULL)),
    CHECK ((state = 'PUBLISHED') = (ends_on IS NOT NULL)),
    CHECK (published_by <> edited_by)
);
CREATE UNIQUE INDEX consent_template_one_draft ON consent_template_version (template_id) WHERE state = 'DRAFT';

-- What was signed under a version never changes, whoever asks.
CREATE FUNCTION consent_template_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A published version of a consent template never changes';
END $$;
CREATE TRIGGER consent_template_version_frozen BEFORE UPDATE OR DELETE ON consent_template_version
    FOR EACH ROW WHEN (OLD.state = 'PUBLISHED') EXECUTE FUNCTION consent_template_frozen();
CREATE FUNCTION consent_template_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The versions of consent templates are not emptied';
END $$;
CREATE TRIGGER consent_template_version_kept BEFORE TRUNCATE ON consent_template_version
    FOR EACH STATEMENT EXECUTE FUNCTION consent_template_kept();

GRANT SELECT, INSERT, UPDATE, DELETE ON consent_template TO tillit_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON consent_template_version TO tillit_app;

-- Linking with another source is an item of its own.
ALTER TABLE consent_decision DROP CONSTRAINT consent_decision_item_check;
ALTER TABLE consent_decision ADD CONSTRAINT consent_decision_item_check
    CHECK (item IN ('INTERVIEW', 'AUDIO_RECORDING', 'CONTACT_AGAIN', 'FOLLOW_UP', 'SHARE_PLAN', 'DATA_LINKAGE'));
ALTER TABLE consent_withdrawal DROP CONSTRAINT consent_withdrawal_item_check;
ALTER TABLE consent_withdrawal ADD CONSTRAINT consent_withdrawal_item_check
    CHECK (item IN ('INTERVIEW', 'AUDIO_RECORDING', 'CONTACT_AGAIN', 'FOLLOW_UP', 'SHARE_PLAN', 'DATA_LINKAGE'));
