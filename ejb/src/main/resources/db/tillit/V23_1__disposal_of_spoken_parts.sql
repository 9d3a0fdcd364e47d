-- What each person said in a divided transcript has a disposal date of its own; it inherits nothing from the file.
CREATE OR REPLACE VIEW record_person WITH (security_invoker = true) AS
    SELECT 'document'::text AS kind, document_id AS record_id, subject_id AS participant_id FROM document_share
    UNION ALL
    SELECT 'interview'::text, interview_id, participant_id FROM interview_participant
    UNION ALL
    SELECT 'participant'::text, id, id FROM participant
    UNION ALL
    SELECT 'contact'::text, id, id FROM participant
    UNION ALL
    SELECT 'consent'::text, id, id FROM participant
    UNION ALL
    SELECT 'spoken-part'::text, id, participant_id FROM transcript_voice WHERE participant_id IS NOT NULL;

CREATE OR REPLACE VIEW retention_facts WITH (security_invoker = true) AS
    SELECT 'participant'::text AS kind, p.id AS record_id, p.project_id, p.id AS participant_id,
           CASE WHEN p.block_reason = 'CONSENT_WITHDRAWN' THEN (p.blocked_at AT TIME ZONE 'Europe/Oslo')::date END AS withdrawn_on,
           p.id AS belongs_to
      FROM participant p WHERE p.state <> 'ERASED'
    UNION ALL
    SELECT 'contact'::text, p.id, p.project_id, p.id,
           CASE WHEN p.block_reason = 'CONSENT_WITHDRAWN' THEN (p.blocked_at AT TIME ZONE 'Europe/Oslo')::date END, p.id
      FROM contact c JOIN participant p ON p.id = c.participant_id
    UNION ALL
    SELECT 'consent'::text, p.id, p.project_id, p.id,
           CASE WHEN p.block_reason = 'CONSENT_WITHDRAWN' THEN (p.blocked_at AT TIME ZONE 'Europe/Oslo')::date END, p.id
      FROM participant p WHERE EXISTS (SELECT 1 FROM consent c WHERE c.participant_id = p.id)
    UNION ALL
    SELECT 'interview'::text, i.id, i.project_id, one.id,
           CASE WHEN one.block_reason = 'CONSENT_WITHDRAWN' THEN (one.blocked_at AT TIME ZONE 'Europe/Oslo')::date END, i.id
      FROM interview i
      LEFT JOIN participant one ON one.id = (SELECT ip.participant_id FROM interview_participant ip WHERE ip.interview_id = i.id
             AND NOT EXISTS (SELECT 1 FROM interview_participant o WHERE o.interview_id = i.id
                             AND o.participant_id <> ip.participant_id))
    UNION ALL
    SELECT 'document'::text, d.id, d.project_id, one.id,
           least((d.restricted_at AT TIME ZONE 'Europe/Oslo')::date,
                 CASE WHEN one.block_reason = 'CONSENT_WITHDRAWN' THEN (one.blocked_at AT TIME ZONE 'Europe/Oslo')::date END),
           d.attached_to
      FROM document d
      LEFT JOIN participant one ON one.id = (SELECT s.subject_id FROM document_share s WHERE s.document_id = d.id
             AND NOT EXISTS (SELECT 1 FROM document_share o WHERE o.document_id = d.id AND o.subject_id <> s.subject_id))
    UNION ALL
    SELECT 'spoken-part'::text, v.id, v.project_id, v.participant_id,
           CASE WHEN p.block_reason = 'CONSENT_WITHDRAWN' THEN (p.blocked_at AT TIME ZONE 'Europe/Oslo')::date END, v.interview_id
      FROM transcript_voice v LEFT JOIN participant p ON p.id = v.participant_id;

CREATE FUNCTION disposal_by_voice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM disposal WHERE kind = 'spoken-part' AND record_id = OLD.id;
    ELSE
        PERFORM disposal_changed('spoken-part', NEW.id, NEW.project_id, 'SPOKEN_PART');
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER disposal AFTER INSERT OR DELETE ON transcript_voice FOR EACH ROW EXECUTE FUNCTION disposal_by_voice();

INSERT INTO disposal (kind, record_id, project_id, covers) SELECT 'spoken-part', id, project_id, 'SPOKEN_PART' FROM transcript_voice;
