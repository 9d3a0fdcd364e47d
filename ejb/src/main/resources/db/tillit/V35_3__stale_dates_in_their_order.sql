-- In the order in which they are settled, so that a chunk costs a chunk.
DROP INDEX disposal_stale;
CREATE INDEX disposal_stale ON disposal (project_id, kind, record_id) WHERE stale;
