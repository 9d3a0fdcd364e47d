-- Who has had the whole file of a draft in hand. Only somebody who has may release it (O-09); with the decision what is known of others goes.
CREATE TABLE anonymised_opening (
    material_id uuid        NOT NULL REFERENCES anonymised_material ON DELETE CASCADE,
    document_id uuid        NOT NULL,
    username    text        NOT NULL,
    opened_at   timestamptz NOT NULL,
    PRIMARY KEY (material_id, document_id, username)
);
GRANT SELECT, INSERT, DELETE ON anonymised_opening TO tillit_app;
CALL show_by_parent('anonymised_opening', 'material_id', 'anonymised_material');
