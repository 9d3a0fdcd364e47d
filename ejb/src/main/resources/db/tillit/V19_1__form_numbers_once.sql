-- The number of a form is used once: which consent it was signed for.
ALTER TABLE consent_paper ADD consent_id uuid REFERENCES consent ON DELETE SET NULL;
CREATE INDEX consent_paper_consent ON consent_paper (consent_id) WHERE consent_id IS NOT NULL;

GRANT UPDATE (consent_id) ON consent_paper TO tillit_app;
