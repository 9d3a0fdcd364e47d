-- Who is a member of which project, in which role: read on every request, so a removal works at once.
CREATE TABLE project_member (
    project_id uuid        NOT NULL,
    username   text        NOT NULL,
    role       text        NOT NULL CHECK (role IN ('researcher', 'caseworker', 'project-lead', 'partner')),
    contacts   boolean     NOT NULL DEFAULT false,
    added_at   timestamptz NOT NULL,
    added_by   text        NOT NULL,
    PRIMARY KEY (project_id, username)
);
CREATE INDEX project_member_username ON project_member (username);

GRANT SELECT, INSERT, UPDATE, DELETE ON project_member TO tillit_app;

-- Who was given or lost which place in a project, and by whom: it is only ever added to (O-08, O-24).
CREATE TABLE project_member_change (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id uuid        NOT NULL,
    username   text        NOT NULL,
    role       text        NOT NULL,
    contacts   boolean     NOT NULL,
    ended      boolean     NOT NULL,
    at         timestamptz NOT NULL,
    changed_by text        NOT NULL
);
CREATE INDEX project_member_change_project ON project_member_change (project_id, id);

GRANT SELECT, INSERT ON project_member_change TO tillit_app;
