-- Everybody who has written on a draft, a name a line: none of them publishes it. Who saved last is not enough, since a save
-- in between by somebody else would let the author publish.
ALTER TABLE consent_template_version ADD COLUMN editors text NOT NULL DEFAULT '';
UPDATE consent_template_version SET editors = edited_by WHERE state = 'DRAFT';
ALTER TABLE consent_template_version ALTER COLUMN editors DROP DEFAULT;
ALTER TABLE consent_template_version ADD CONSTRAINT consent_template_second_reader
    CHECK (published_by IS NULL OR NOT published_by = ANY (string_to_array(editors, E'\n')));
