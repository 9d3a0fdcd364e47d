-- What may stay when a project ends: material about nobody, put forward by one person and released by another (O-09). Each piece is the
-- owner of its own key. From whom it was made is known as long as it is a draft, and never afterwards.
CREATE TABLE anonymised_material (
    id             uuid        PRIMARY KEY,
    project_id     uuid        NOT NULL REFERENCES project,
    state          text        NOT NULL CHECK (state IN ('BEGUN', 'PUT_FORWARD', 'RELEASED', 'REFUSED')),
    document_id    uuid        UNIQUE REFERENCES document DEFERRABLE INITIALLY DEFERRED,
    from_everyone  boolean     NOT NULL,
    put_forward_by text        NOT NULL,
    put_forward_at timestamptz NOT NULL,
    decided_by     text,
    decided_at     timestamptz,
    failed         text        NOT NULL,
    CHECK ((document_id IS NOT NULL) = (state IN ('PUT_FORWARD', 'RELEASED'))),
    CHECK ((decided_by IS NOT NULL) = (state IN ('RELEASED', 'REFUSED'))),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((failed <> '') = (state = 'REFUSED')),
    CONSTRAINT second_person CHECK (decided_by <> put_forward_by)
);
CREATE INDEX anonymised_material_project ON anonymised_material (project_id, put_forward_at);

CREATE TABLE anonymised_source (
    material_id    uuid NOT NULL REFERENCES anonymised_material ON DELETE CASCADE,
    participant_id uuid NOT NULL,
    PRIMARY KEY (material_id, participant_id)
);
CREATE INDEX anonymised_source_participant ON anonymised_source (participant_id);

-- What is released names nobody: neither may be true for a moment.
CREATE FUNCTION released_names_nobody() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF EXISTS (SELECT 1 FROM anonymised_source s JOIN anonymised_material m ON m.id = s.material_id
               WHERE m.id = NEW.id AND m.state NOT IN ('BEGUN', 'PUT_FORWARD')) THEN
        RAISE EXCEPTION 'What was released still names from whom it was made';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER nobody AFTER INSERT OR UPDATE ON anonymised_material DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION released_names_nobody();

GRANT SELECT, INSERT, UPDATE, DELETE ON anonymised_material, anonymised_source TO tillit_app;
CALL show_by_project('anonymised_material');
CALL show_by_parent('anonymised_source', 'material_id', 'anonymised_material');

ALTER TABLE document DROP CONSTRAINT document_type_check;
ALTER TABLE document ADD CONSTRAINT document_type_check CHECK (type IN ('AUDIO_RECORDING', 'TRANSCRIPT', 'INTERVIEW_NOTES',
    'CONSENT_EVIDENCE', 'RELEASE_PLAN', 'CASE_DOCUMENT', 'CASE_DECISION', 'ANONYMISED_MATERIAL'));
ALTER TABLE document DROP CONSTRAINT document_format_check;
ALTER TABLE document ADD CONSTRAINT document_format_check CHECK (format IN ('DOCX', 'ODT', 'PDF', 'CSV', 'TXT', 'VTT', 'SRT', 'WAV',
    'MP3', 'M4A', 'FLAC', 'OGG', 'PNG', 'JPEG'));
ALTER TABLE document DROP CONSTRAINT document_state_check;
ALTER TABLE document ADD CONSTRAINT document_state_check CHECK (state IN ('AVAILABLE', 'RESTRICTED')
    OR (state = 'PUT_FORWARD' AND type = 'ANONYMISED_MATERIAL'));

-- No schedule covers it: a draft goes with those it was made from or at the project's end, and what is released stays.
CREATE OR REPLACE FUNCTION disposal_by_document() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM disposal WHERE kind = 'document' AND record_id = OLD.id;
    ELSIF NEW.type <> 'ANONYMISED_MATERIAL' THEN
        PERFORM disposal_changed('document', NEW.id, NEW.project_id, NEW.type);
    END IF;
    RETURN NULL;
END $$;
