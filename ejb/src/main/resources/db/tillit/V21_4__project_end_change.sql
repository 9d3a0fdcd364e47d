-- Each move of a project's last day, with the assessment that allowed a later one (O-02).
CREATE TABLE project_end_change (
    id           uuid        PRIMARY KEY,
    project_id   uuid        NOT NULL REFERENCES project,
    before       date        NOT NULL,
    after        date        NOT NULL,
    notification text,
    assessed_on  date,
    changed_at   timestamptz NOT NULL,
    changed_by   text        NOT NULL,
    CHECK (after <> before),
    CHECK (after < before OR (notification IS NOT NULL AND assessed_on IS NOT NULL))
);
CREATE INDEX project_end_change_project ON project_end_change (project_id, changed_at);

GRANT SELECT, INSERT ON project_end_change TO tillit_app;
CALL show_by_project('project_end_change');
