-- Blobs whose content was encrypted anew under another key: no reader is sent to them any more, and they go as soon as the
-- new ones have been looked at. They are not in stored_blob, so the sweeper removes what is forgotten here.
CREATE TABLE replaced_blob (
    blob        uuid PRIMARY KEY,
    document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE
);
CREATE INDEX replaced_blob_document ON replaced_blob (document_id);

GRANT SELECT, INSERT, DELETE ON replaced_blob TO tillit_app;
CALL show_by_parent('replaced_blob', 'document_id', 'document');
