-- Where the database itself keeps projects apart, templates and what was printed of them are kept apart too.
DO $$
DECLARE
    name text;
BEGIN
    IF EXISTS (SELECT 1 FROM pg_proc WHERE proname = 'everything_visible') THEN
        FOREACH name IN ARRAY ARRAY['consent_template', 'consent_template_version', 'consent_paper'] LOOP
            EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
            EXECUTE format('CREATE POLICY project ON %I TO tillit_app USING ((SELECT everything_visible())
                OR project_id IN (SELECT visible_projects()))', name);
        END LOOP;
    END IF;
END $$;
