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
