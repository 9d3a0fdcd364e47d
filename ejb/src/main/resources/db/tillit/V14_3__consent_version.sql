-- Which version somebody signed, and what was said to each of its items; null for forms that are not made here.
ALTER TABLE consent ADD COLUMN version_id uuid REFERENCES consent_template_version;
CREATE INDEX consent_version ON consent (version_id) WHERE version_id IS NOT NULL;

CREATE TABLE consent_answer (
    consent_id uuid    NOT NULL REFERENCES consent ON DELETE CASCADE,
    item       text    NOT NULL,
    given      boolean NOT NULL,
    PRIMARY KEY (consent_id, item)
);

GRANT SELECT, INSERT, DELETE ON consent_answer TO tillit_app;
CALL show_by_parent('consent_answer', 'consent_id', 'consent');
