-- Where the database shows a transaction only its own projects, it does so for these tables as for the others.
DO $$
DECLARE
    name text;
BEGIN
    IF to_regprocedure('everything_visible()') IS NOT NULL THEN
        FOREACH name IN ARRAY ARRAY['consent_verdict', 'consent_expiry', 'consent_standing', 'consent_unchecked'] LOOP
            EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
            EXECUTE format('CREATE POLICY project ON %I TO tillit_app USING ((SELECT everything_visible())
                            OR project_id = ANY ((SELECT visible_projects())::uuid[]))', name);
        END LOOP;
    END IF;
END $$;
