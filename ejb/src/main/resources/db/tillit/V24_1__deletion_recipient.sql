-- Whom a deletion has to be told to (GDPR Art 19), written down as it begins: the notices forget the person with the person, and the
-- certificate still says who has not confirmed.
CREATE TABLE deletion_recipient (
    job_id     uuid NOT NULL,
    project_id uuid NOT NULL,
    notice_id  uuid NOT NULL,
    PRIMARY KEY (job_id, notice_id),
    FOREIGN KEY (job_id, project_id) REFERENCES deletion_job (id, project_id)
);
GRANT SELECT, INSERT ON deletion_recipient TO tillit_app;
CALL show_by_project('deletion_recipient');
