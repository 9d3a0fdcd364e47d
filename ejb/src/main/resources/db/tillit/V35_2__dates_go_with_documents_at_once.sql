-- The disposal dates of documents that go go in one statement with all of them, not in one for each.
CREATE FUNCTION disposal_of_documents_gone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    -- An array, so that it is looked up by the key however many there are.
    DELETE FROM disposal WHERE kind = 'document' AND record_id = ANY (ARRAY(SELECT id FROM gone));
    RETURN NULL;
END $$;
DROP TRIGGER disposal ON document;
CREATE TRIGGER disposal AFTER INSERT OR UPDATE OF state, restricted_at, type, attached_to ON document
    FOR EACH ROW EXECUTE FUNCTION disposal_by_document();
CREATE TRIGGER disposal_gone AFTER DELETE ON document REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION disposal_of_documents_gone();

-- The key over job and project says this too; each line of a list was checked against both.
ALTER TABLE deletion_item DROP CONSTRAINT deletion_item_job_id_fkey;
