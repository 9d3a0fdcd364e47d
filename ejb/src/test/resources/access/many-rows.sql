-- Makes many rows of each there is, of hundreds of projects, so that the planner has to choose; for a transaction that is rolled back.
-- References are not kept: what is read is how rows are found, and not what is in them.
DO $$
DECLARE
    each     record;
    names    text;
    makers   text;
    original tid;
    made     bigint;
    projects uuid[] := ARRAY(SELECT gen_random_uuid() FROM generate_series(1, 300));
BEGIN
    SET LOCAL session_replication_role = replica;
    FOR each IN SELECT oid, relname FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relrowsecurity AND NOT relispartition
    LOOP
        SELECT string_agg(quote_ident(a.attname), ', '),
               string_agg(CASE
                   WHEN a.attname = 'project_id' THEN '($1)[1 + n % 300]'
                   WHEN a.atttypid = 'uuid'::regtype
                       THEN format('CASE WHEN s.%I IS NOT NULL THEN gen_random_uuid() END', a.attname)
                   WHEN a.attnum = ANY (u.columns) AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)
                       THEN format('s.%I + n', a.attname)
                   WHEN a.attnum = ANY (u.columns) AND a.atttypid = 'text'::regtype AND NOT EXISTS (
                            SELECT 1 FROM pg_constraint c WHERE c.conrelid = each.oid AND c.contype = 'c'
                            AND a.attnum = ANY (c.conkey) AND pg_get_constraintdef(c.oid) LIKE '%ANY (ARRAY%')
                       THEN format('s.%I || n', a.attname)
                   ELSE format('s.%I', a.attname) END, ', ')
        INTO names, makers
        FROM pg_attribute a,
             (SELECT coalesce(array_agg(k), '{}') AS columns FROM pg_index i, unnest(i.indkey::int2[]) k
              WHERE i.indrelid = each.oid AND i.indisunique) u
        WHERE a.attrelid = each.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = '';
        -- Of some rows there can be only one in a project: then another is copied, so that it does not matter which came first.
        FOR original IN EXECUTE format('SELECT ctid FROM %I LIMIT 100', each.relname)
        LOOP
            EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM (SELECT * FROM %I WHERE ctid = $2) s, generate_series(1, 5000) n
                            ON CONFLICT DO NOTHING', each.relname, names, makers, each.relname) USING projects, original;
            GET DIAGNOSTICS made = ROW_COUNT;
            EXIT WHEN made > 3000;
        END LOOP;
        EXECUTE format('ANALYZE %I', each.relname);
    END LOOP;
    SET LOCAL session_replication_role = origin;
END $$
