-- The second wall (O-08, O-25): whatever a query of the application forgets, the database shows and changes only rows of
-- the projects of the current transaction. Who those are stands in two settings that end with the transaction:
--     tillit.projects   ids with commas between, or * for everything; not set: nothing
--     tillit.username   whose memberships may be read besides
-- They are set by no.tillit.access.internal.ScopedConnections before a transaction's first statement and narrowed by
-- no.tillit.access.Access when it has decided. Owner and migrations are not bound by policies; the application's role is.

CREATE FUNCTION everything_visible() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(current_setting('tillit.projects', true), '') = '*' $$;

-- A value that is no list of ids is an error, so it shows nothing either.
CREATE FUNCTION visible_projects() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT CASE WHEN coalesce(current_setting('tillit.projects', true), '') IN ('', '*') THEN '{}'::uuid[]
                      ELSE string_to_array(current_setting('tillit.projects'), ',')::uuid[] END $$;

-- The projects in which somebody holds one of these roles, before any context is there to read the table by.
CREATE FUNCTION projects_of(username text, roles text[]) RETURNS text LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT coalesce(string_agg(m.project_id::text, ',' ORDER BY m.project_id), '')
          FROM public.project_member m WHERE m.username = $1 AND m.role = ANY ($2) $$;

-- From here to the end of the transaction only the projects decided upon are seen, this one among them.
CREATE FUNCTION narrow_to(project uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    decided text := coalesce(current_setting('tillit.decided', true), '');
BEGIN
    IF strpos(decided, project::text) = 0 THEN
        decided := concat_ws(',', nullif(decided, ''), project::text);
        PERFORM set_config('tillit.decided', decided, true);
    END IF;
    PERFORM set_config('tillit.projects', decided, true);
END $$;

-- A question that spans all projects and is answered with yes or no.
CREATE FUNCTION reference_is_registered(reference text) RETURNS boolean LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ SELECT EXISTS (SELECT 1 FROM public.project p WHERE p.reference = $1) $$;

REVOKE EXECUTE ON FUNCTION projects_of(text, text[]), reference_is_registered(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION projects_of(text, text[]), reference_is_registered(text) TO tillit_app;

-- A job's items are listed before the job itself, so they name their project themselves; the key holds them to the job's.
ALTER TABLE deletion_job ADD UNIQUE (id, project_id);
ALTER TABLE deletion_item ADD COLUMN project_id uuid;
UPDATE deletion_item i SET project_id = j.project_id FROM deletion_job j WHERE j.id = i.job_id;
ALTER TABLE deletion_item ALTER COLUMN project_id SET NOT NULL;
ALTER TABLE deletion_item ADD FOREIGN KEY (job_id, project_id) REFERENCES deletion_job (id, project_id)
    DEFERRABLE INITIALLY DEFERRED;

-- For this and later migrations: one line for each table. The settings are read once for each statement, not for each row.
CREATE PROCEDURE show_by_project(name text, project_column text DEFAULT 'project_id') LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY project ON %I TO tillit_app USING ((SELECT everything_visible())
                    OR %I = ANY ((SELECT visible_projects())::uuid[]))', name, project_column);
END $$;
-- A table that belongs to a row of another: seen and written with that row, whose own policy decides.
CREATE PROCEDURE show_by_parent(name text, parent_column text, parent text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY project ON %I TO tillit_app USING ((SELECT everything_visible())
                    OR EXISTS (SELECT 1 FROM %I parent WHERE parent.id = %I.%I))', name, parent, name, parent_column);
END $$;
REVOKE EXECUTE ON PROCEDURE show_by_project(text, text), show_by_parent(text, text, text) FROM PUBLIC;

CALL show_by_project('project', 'id');
CALL show_by_project('project_sample');
CALL show_by_project('project_category');
CALL show_by_project('project_method');
CALL show_by_project('project_member');
CALL show_by_project('project_member_change');
CALL show_by_project('participant');
CALL show_by_project('participant_number');
CALL show_by_project('consent');
CALL show_by_project('document');
CALL show_by_project('interview');
CALL show_by_project('deletion_job');
CALL show_by_project('deletion_item');
CALL show_by_parent('contact', 'participant_id', 'participant');
CALL show_by_parent('consent_withdrawal', 'participant_id', 'participant');
CALL show_by_parent('consent_decision', 'consent_id', 'consent');
CALL show_by_parent('document_share', 'document_id', 'document');
CALL show_by_parent('interview_participant', 'interview_id', 'interview');
CALL show_by_parent('deletion_change', 'job_id', 'deletion_job');
CALL show_by_parent('deletion_key', 'job_id', 'deletion_job');
CALL show_by_parent('deletion_certificate', 'job_id', 'deletion_job');

-- Everybody may read where they are a member themselves: that is how a second project is decided upon.
CREATE POLICY own ON project_member FOR SELECT TO tillit_app
    USING (username = (SELECT current_setting('tillit.username', true)));
