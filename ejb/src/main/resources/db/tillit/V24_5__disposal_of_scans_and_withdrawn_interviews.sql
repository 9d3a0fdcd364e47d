-- Scanned forms have a disposal date from the moment their pages are read, and files that wait or were refused have one too; an
-- interview whose consent was withdrawn by item goes from that day, as its documents do.
CREATE FUNCTION interview_withdrawn(person uuid, held date) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT min((w.at AT TIME ZONE 'Europe/Oslo')::date) FROM consent_withdrawal w
    WHERE w.participant_id = person AND w.item = 'INTERVIEW' AND (w.at AT TIME ZONE 'Europe/Oslo')::date >= held $$;

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
    SELECT 'spoken-part'::text, id, participant_id FROM transcript_voice WHERE participant_id IS NOT NULL
    UNION ALL
    SELECT 'scan'::text, id, participant_id FROM scanned_form WHERE participant_id IS NOT NULL;

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
           least(CASE WHEN one.block_reason = 'CONSENT_WITHDRAWN' THEN (one.blocked_at AT TIME ZONE 'Europe/Oslo')::date END,
                 interview_withdrawn(one.id, i.held_on)), i.id
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
           least(CASE WHEN p.block_reason = 'CONSENT_WITHDRAWN' THEN (p.blocked_at AT TIME ZONE 'Europe/Oslo')::date END,
                 interview_withdrawn(v.participant_id, i.held_on)), v.interview_id
      FROM transcript_voice v LEFT JOIN participant p ON p.id = v.participant_id JOIN interview i ON i.id = v.interview_id
    UNION ALL
    SELECT 'scan'::text, f.id, f.project_id, p.id,
           CASE WHEN p.block_reason = 'CONSENT_WITHDRAWN' THEN (p.blocked_at AT TIME ZONE 'Europe/Oslo')::date END, f.id
      FROM scanned_form f LEFT JOIN participant p ON p.id = f.participant_id
    UNION ALL
    SELECT 'scan'::text, b.id, b.project_id, NULL::uuid, NULL::date, b.id FROM scan_batch b WHERE b.state <> 'READ';

CREATE FUNCTION disposal_by_scan() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM disposal WHERE kind = 'scan' AND record_id = OLD.id;
    ELSE
        PERFORM disposal_changed('scan', NEW.id, NEW.project_id, 'SCAN');
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER disposal AFTER INSERT OR DELETE OR UPDATE OF participant_id, state ON scanned_form
    FOR EACH ROW EXECUTE FUNCTION disposal_by_scan();
CREATE TRIGGER disposal AFTER INSERT OR DELETE OR UPDATE OF state ON scan_batch
    FOR EACH ROW EXECUTE FUNCTION disposal_by_scan();

CREATE FUNCTION disposal_by_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE disposal d SET stale = true FROM record_person r
     WHERE r.participant_id = coalesce(NEW.participant_id, OLD.participant_id) AND d.kind = r.kind AND d.record_id = r.record_id
       AND d.kind IN ('interview', 'spoken-part');
    RETURN NULL;
END $$;
CREATE TRIGGER disposal AFTER INSERT OR DELETE ON consent_withdrawal FOR EACH ROW EXECUTE FUNCTION disposal_by_withdrawal();

ALTER TABLE retention_event DROP CONSTRAINT retention_event_kind_check;
ALTER TABLE retention_event ADD CONSTRAINT retention_event_kind_check
    CHECK (kind IN ('interview', 'document', 'participant', 'contact', 'consent', 'spoken-part', 'scan'));

INSERT INTO disposal (kind, record_id, project_id, covers) SELECT 'scan', id, project_id, 'SCAN' FROM scanned_form
    ON CONFLICT DO NOTHING;
INSERT INTO disposal (kind, record_id, project_id, covers) SELECT 'scan', id, project_id, 'SCAN' FROM scan_batch WHERE state <> 'READ'
    ON CONFLICT DO NOTHING;
UPDATE disposal SET stale = true WHERE kind IN ('interview', 'spoken-part');
