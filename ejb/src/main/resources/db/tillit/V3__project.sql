-- A project and the approval it rests on (O-01).
CREATE TABLE project (
    id               uuid        PRIMARY KEY,
    name             text        NOT NULL,
    controller       text        NOT NULL,
    reference        text        NOT NULL UNIQUE,
    assessed_on      date        NOT NULL,
    purpose          text        NOT NULL,
    ends_on          date        NOT NULL,
    follow_up_months integer     NOT NULL CHECK (follow_up_months BETWEEN 1 AND 60),
    registered_at    timestamptz NOT NULL,
    registered_by    text        NOT NULL,
    CHECK (ends_on >= assessed_on)
);
CREATE INDEX project_name ON project (name, id);
CREATE INDEX project_ends_on ON project (ends_on);

CREATE TABLE project_sample (
    project_id      uuid    NOT NULL REFERENCES project,
    id              uuid    NOT NULL UNIQUE,
    number          integer NOT NULL,
    name            text    NOT NULL,
    legal_basis     text    NOT NULL CHECK (legal_basis IN ('CONSENT', 'LEGAL_OBLIGATION', 'PUBLIC_TASK')),
    confidentiality boolean NOT NULL,
    PRIMARY KEY (project_id, number)
);

CREATE TABLE project_category (
    project_id uuid NOT NULL REFERENCES project,
    category   text NOT NULL,
    PRIMARY KEY (project_id, category)
);

CREATE TABLE project_method (
    project_id uuid NOT NULL REFERENCES project,
    method     text NOT NULL,
    PRIMARY KEY (project_id, method)
);

ALTER TABLE project_member ADD FOREIGN KEY (project_id) REFERENCES project;

GRANT SELECT, INSERT, UPDATE ON project TO tillit_app;
GRANT SELECT, INSERT ON project_sample, project_category, project_method TO tillit_app;
