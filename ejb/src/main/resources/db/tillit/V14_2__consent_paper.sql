-- A form that was printed for a person. The number stands on the paper; who it is for stands only here.
CREATE TABLE consent_paper (
    number         text        PRIMARY KEY,
    project_id     uuid        NOT NULL REFERENCES project,
    version_id     uuid        NOT NULL REFERENCES consent_template_version,
    participant_id uuid        NOT NULL REFERENCES participant,
    language       text        NOT NULL CHECK (language IN ('NB', 'NN', 'EN')),
    large_print    boolean     NOT NULL,
    printed_at     timestamptz NOT NULL,
    printed_by     text        NOT NULL
);
CREATE INDEX consent_paper_participant ON consent_paper (participant_id);

GRANT SELECT, INSERT, DELETE ON consent_paper TO tillit_app;
