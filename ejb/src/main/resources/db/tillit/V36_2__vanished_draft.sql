-- Whoever began a draft is told that it is gone because somebody it was made from has withdrawn or was erased: when, and nothing of whom.
CREATE TABLE vanished_draft (
    material_id    uuid        PRIMARY KEY,
    project_id     uuid        NOT NULL REFERENCES project,
    begun_by       text        NOT NULL,
    put_forward_at timestamptz NOT NULL,
    gone_at        timestamptz NOT NULL
);
CREATE INDEX vanished_draft_of ON vanished_draft (project_id, begun_by, gone_at);
GRANT SELECT, INSERT, DELETE ON vanished_draft TO tillit_app;
CALL show_by_project('vanished_draft');

-- What waits for a second person is few of all that a project has.
CREATE INDEX anonymised_material_waiting ON anonymised_material (project_id, put_forward_at, id) WHERE state = 'PUT_FORWARD';
