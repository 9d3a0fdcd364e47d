-- The list of a project's deletions, newest first.
CREATE INDEX deletion_job_by_project ON deletion_job (project_id, proposed_at DESC, id);
-- What hangs on a project or on a version of a template: found without reading everybody else's.
CREATE INDEX consent_capture_by_project ON consent_capture (project_id);
CREATE INDEX consent_paper_by_project ON consent_paper (project_id);
CREATE INDEX consent_paper_by_version ON consent_paper (version_id);
CREATE INDEX consent_verdict_by_project ON consent_verdict (project_id);
