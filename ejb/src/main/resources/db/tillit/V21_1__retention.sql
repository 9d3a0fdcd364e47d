-- When things must go and why (O-21, O-22): a project's schedules, what holds them up, and for every record the day on which
-- it goes. Random ids, kinds and days; what a hold says about people is encrypted.

-- A version of a schedule is never changed: the newest of a code is the one that counts.
CREATE TABLE retention_schedule (
    id          uuid        PRIMARY KEY,
    project_id  uuid        NOT NULL REFERENCES project,
    code        text        NOT NULL CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    version     integer     NOT NULL CHECK (version > 0),
    covers      text        NOT NULL,
    starts      text        NOT NULL CHECK (starts IN ('END_OF_PROCESSING', 'WITHDRAWAL', 'TRANSCRIPT_APPROVED',
                                'PLAN_CLOSED', 'LAST_CONTACT', 'DATE')),
    starts_on   date,
    years       integer     NOT NULL CHECK (years >= 0),
    months      integer     NOT NULL CHECK (months >= 0),
    days        integer     NOT NULL CHECK (days >= 0),
    disposal    text        NOT NULL CHECK (disposal IN ('DISPOSE', 'PRESERVE', 'REVIEW')),
    authority   text        NOT NULL,
    sentence_nb text        NOT NULL,
    sentence_nn text        NOT NULL,
    sentence_en text        NOT NULL,
    in_force    boolean     NOT NULL,
    changed_at  timestamptz NOT NULL,
    changed_by  text        NOT NULL,
    UNIQUE (project_id, code, version),
    CHECK ((starts = 'DATE') = (starts_on IS NOT NULL)),
    -- Archive law preserves case records, not what somebody told a researcher.
    CHECK (disposal <> 'PRESERVE' OR covers IN ('RELEASE_PLAN', 'CASE_DOCUMENT', 'CASE_DECISION'))
);

-- What a person noted as having happened to a record: it starts clocks that nothing else can.
CREATE TABLE retention_event (
    id         uuid        PRIMARY KEY,
    project_id uuid        NOT NULL REFERENCES project,
    event      text        NOT NULL CHECK (event IN ('TRANSCRIPT_APPROVED', 'PLAN_CLOSED', 'LAST_CONTACT', 'REVIEWED')),
    kind       text        NOT NULL CHECK (kind IN ('interview', 'document', 'participant', 'contact', 'consent')),
    record_id  uuid        NOT NULL,
    day        date        NOT NULL,
    noted_at   timestamptz NOT NULL,
    noted_by   text        NOT NULL
);
CREATE INDEX retention_event_record ON retention_event (record_id, event, day);

-- A hold on a record or on everything about a person. Released ones stay, so that one can tell what was held when.
CREATE TABLE retention_hold (
    id             uuid        PRIMARY KEY,
    project_id     uuid        NOT NULL REFERENCES project,
    participant_id uuid,
    kind           text,
    record_id      uuid,
    reason         bytea       NOT NULL,
    authority      text        NOT NULL,
    review_on      date        NOT NULL,
    seen_by        text        NOT NULL CHECK (seen_by IN ('PRIVACY_OFFICERS', 'PROJECT')),
    placed_at      timestamptz NOT NULL,
    placed_by      text        NOT NULL,
    reviewed_at    timestamptz,
    reviewed_by    text,
    released_at    timestamptz,
    released_by    text,
    CHECK ((participant_id IS NULL) <> (record_id IS NULL)),
    CHECK ((kind IS NULL) = (record_id IS NULL)),
    CHECK ((released_at IS NULL) = (released_by IS NULL)),
    CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL))
);
CREATE INDEX retention_hold_person ON retention_hold (participant_id) WHERE released_at IS NULL;
CREATE INDEX retention_hold_record ON retention_hold (record_id) WHERE released_at IS NULL;
CREATE INDEX retention_hold_review ON retention_hold (review_on) WHERE released_at IS NULL;
CREATE INDEX retention_hold_project ON retention_hold (project_id, placed_at);

-- For every record, what becomes of it and when; stale until the rules have been asked. Rows come, go and become stale by the
-- triggers below, so that no feature can forget it and finding what is due costs what is due.
CREATE TABLE disposal (
    kind           text    NOT NULL,
    record_id      uuid    NOT NULL,
    project_id     uuid    NOT NULL,
    participant_id uuid,
    covers         text    NOT NULL,
    stale          boolean NOT NULL DEFAULT true,
    decision       text    CHECK (decision IN ('RETAIN', 'DISPOSE', 'PRESERVE')),
    reason         text,
    due_on         date,
    schedule       text,
    review_on      date,
    review_by      text,
    held           boolean NOT NULL DEFAULT false,
    PRIMARY KEY (kind, record_id),
    CHECK (stale OR decision IS NOT NULL),
    CHECK ((decision IS NULL) = (reason IS NULL)),
    CHECK ((review_on IS NULL) = (review_by IS NULL))
);
CREATE INDEX disposal_due ON disposal (project_id, due_on, kind, record_id) WHERE decision = 'DISPOSE';
CREATE INDEX disposal_review ON disposal (project_id, review_on, kind, record_id) WHERE review_on IS NOT NULL;
CREATE INDEX disposal_kept ON disposal (project_id, kind, record_id) WHERE decision = 'PRESERVE';
CREATE INDEX disposal_held ON disposal (project_id, kind, record_id) WHERE held;
CREATE INDEX disposal_stale ON disposal (project_id) WHERE stale;

-- Which people a record is about. Each row is seen with the rights of whoever asks.
CREATE VIEW record_person WITH (security_invoker = true) AS
    SELECT 'document'::text AS kind, document_id AS record_id, subject_id AS participant_id FROM document_share
    UNION ALL
    SELECT 'interview'::text, interview_id, participant_id FROM interview_participant
    UNION ALL
    SELECT 'participant'::text, id, id FROM participant
    UNION ALL
    SELECT 'contact'::text, id, id FROM participant
    UNION ALL
    SELECT 'consent'::text, id, id FROM participant;

-- What the rules need to know of each record besides its schedules and holds. A new kind of record belongs in here.
CREATE VIEW retention_facts WITH (security_invoker = true) AS
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
             AND NOT EXISTS (SELECT 1 FROM document_share o WHERE o.document_id = d.id AND o.subject_id <> s.subject_id));

-- The rules are to be asked again about this record. The row is always written, so that whoever is asking them now, about what
-- stood before, waits for this and does not call it settled.
CREATE FUNCTION disposal_changed(the_kind text, record uuid, project uuid, what text) RETURNS void LANGUAGE sql AS $$
    INSERT INTO disposal (kind, record_id, project_id, covers) VALUES (the_kind, record, project, what)
    ON CONFLICT (kind, record_id) DO UPDATE SET stale = true $$;
CREATE FUNCTION disposal_of_person_changed(person uuid) RETURNS void LANGUAGE sql AS $$
    UPDATE disposal d SET stale = true FROM record_person r
    WHERE r.participant_id = person AND d.kind = r.kind AND d.record_id = r.record_id $$;

CREATE FUNCTION disposal_by_document() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM disposal WHERE kind = 'document' AND record_id = OLD.id;
    ELSE
        PERFORM disposal_changed('document', NEW.id, NEW.project_id, NEW.type);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER disposal AFTER INSERT OR DELETE OR UPDATE OF state, restricted_at, type, attached_to ON document
    FOR EACH ROW EXECUTE FUNCTION disposal_by_document();

CREATE FUNCTION disposal_by_interview() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM disposal WHERE kind = 'interview' AND record_id = OLD.id;
    ELSE
        PERFORM disposal_changed('interview', NEW.id, NEW.project_id, 'INTERVIEW');
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER disposal AFTER INSERT OR DELETE OR UPDATE OF held_on ON interview
    FOR EACH ROW EXECUTE FUNCTION disposal_by_interview();

CREATE FUNCTION disposal_by_attendance() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE disposal SET stale = true
     WHERE (kind = 'interview' AND record_id = coalesce(NEW.interview_id, OLD.interview_id))
        OR (kind = 'contact' AND record_id = coalesce(NEW.participant_id, OLD.participant_id));
    RETURN NULL;
END $$;
CREATE TRIGGER disposal AFTER INSERT OR DELETE ON interview_participant
    FOR EACH ROW EXECUTE FUNCTION disposal_by_attendance();

CREATE FUNCTION disposal_by_contact() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM disposal WHERE kind = 'contact' AND record_id = OLD.participant_id;
    ELSE
        PERFORM disposal_changed('contact', p.id, p.project_id, 'CONTACT') FROM participant p WHERE p.id = NEW.participant_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER disposal AFTER INSERT OR DELETE ON contact FOR EACH ROW EXECUTE FUNCTION disposal_by_contact();

CREATE FUNCTION disposal_by_consent() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'DELETE' THEN
        DELETE FROM disposal WHERE kind = 'consent' AND record_id = OLD.participant_id
           AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.participant_id = OLD.participant_id);
    ELSE
        PERFORM disposal_changed('consent', NEW.participant_id, NEW.project_id, 'CONSENT');
        UPDATE disposal SET stale = true WHERE kind = 'contact' AND record_id = NEW.participant_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER disposal AFTER INSERT OR DELETE ON consent FOR EACH ROW EXECUTE FUNCTION disposal_by_consent();

CREATE FUNCTION disposal_by_participant() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM disposal_changed('participant', NEW.id, NEW.project_id, 'PARTICIPANT');
    ELSIF NEW.state = 'ERASED' THEN
        DELETE FROM disposal WHERE kind = 'participant' AND record_id = NEW.id;
    ELSE
        PERFORM disposal_of_person_changed(NEW.id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER disposal AFTER INSERT OR UPDATE OF state, blocked_at, block_reason ON participant
    FOR EACH ROW EXECUTE FUNCTION disposal_by_participant();

CREATE FUNCTION disposal_by_project() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.ends_on <> OLD.ends_on THEN
        UPDATE disposal SET stale = true WHERE project_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER disposal AFTER UPDATE OF ends_on ON project FOR EACH ROW EXECUTE FUNCTION disposal_by_project();

CREATE FUNCTION disposal_by_schedule() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE disposal SET stale = true WHERE project_id = NEW.project_id AND (covers = NEW.covers OR schedule = NEW.code
        OR review_by = NEW.code);
    RETURN NULL;
END $$;
CREATE TRIGGER disposal AFTER INSERT ON retention_schedule FOR EACH ROW EXECUTE FUNCTION disposal_by_schedule();

CREATE FUNCTION disposal_by_event() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE disposal d SET stale = true WHERE d.kind = NEW.kind AND d.record_id = NEW.record_id;
    IF NEW.kind = 'interview' THEN
        UPDATE disposal d SET stale = true FROM document o
         WHERE o.attached_to = NEW.record_id AND d.kind = 'document' AND d.record_id = o.id;
    ELSIF NEW.kind = 'participant' THEN
        UPDATE disposal d SET stale = true WHERE d.kind = 'contact' AND d.record_id = NEW.record_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER disposal AFTER INSERT ON retention_event FOR EACH ROW EXECUTE FUNCTION disposal_by_event();

CREATE FUNCTION disposal_by_hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.participant_id IS NOT NULL THEN
        PERFORM disposal_of_person_changed(NEW.participant_id);
    ELSE
        UPDATE disposal SET stale = true WHERE kind = NEW.kind AND record_id = NEW.record_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER disposal AFTER INSERT OR UPDATE OF released_at ON retention_hold
    FOR EACH ROW EXECUTE FUNCTION disposal_by_hold();

-- What is there already.
INSERT INTO disposal (kind, record_id, project_id, covers) SELECT 'participant', id, project_id, 'PARTICIPANT' FROM participant
    WHERE state <> 'ERASED';
INSERT INTO disposal (kind, record_id, project_id, covers) SELECT 'contact', p.id, p.project_id, 'CONTACT' FROM contact c
    JOIN participant p ON p.id = c.participant_id;
INSERT INTO disposal (kind, record_id, project_id, covers) SELECT DISTINCT 'consent', participant_id, project_id, 'CONSENT' FROM consent;
INSERT INTO disposal (kind, record_id, project_id, covers) SELECT 'interview', id, project_id, 'INTERVIEW' FROM interview;
INSERT INTO disposal (kind, record_id, project_id, covers) SELECT 'document', id, project_id, type FROM document;

GRANT SELECT, INSERT ON retention_schedule, retention_event TO tillit_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON retention_hold, disposal TO tillit_app;
GRANT SELECT ON record_person, retention_facts TO tillit_app;
CALL show_by_project('retention_schedule');
CALL show_by_project('retention_event');
CALL show_by_project('retention_hold');
CALL show_by_project('disposal');
