-- Every blob that a row names, whoever's it is: id, length and digest, and nothing that says about whom. It runs as its
-- owner, since whoever looks for what no row knows must see every row. A table that keeps blobs belongs in here.
CREATE VIEW stored_blob AS
    SELECT original_blob AS blob, original_stored_length AS length, original_sha256 AS sha256, received_at AS kept_at
      FROM document
    UNION ALL
    SELECT text_blob, text_stored_length, text_sha256, received_at
      FROM document WHERE text_blob IS NOT NULL;

GRANT SELECT ON stored_blob TO tillit_app;
