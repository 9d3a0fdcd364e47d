-- A project's rows are found without reading everybody else's; PoliciesUseIndexesTest looks for tables where they are not.
CREATE INDEX consent_by_project ON consent (project_id);
CREATE INDEX consent_template_version_by_project ON consent_template_version (project_id);
CREATE INDEX deletion_manual_step_by_project ON deletion_manual_step (project_id);
CREATE INDEX recipient_notice_by_project ON recipient_notice (project_id);
CREATE INDEX reminder_by_project ON reminder (project_id);
CREATE INDEX retention_event_by_project ON retention_event (project_id);
CREATE INDEX scanned_page_by_project ON scanned_page (project_id);
CREATE INDEX transcript_voice_by_project ON transcript_voice (project_id);
