-- Who called? An exact search by keyed hash (a key for each project and field); the fields themselves stay ciphertext.
-- The hashes go with the row.
ALTER TABLE contact
    ADD COLUMN national_id      bytea,
    ADD COLUMN phone_hash       bytea CHECK (octet_length(phone_hash) = 32),
    ADD COLUMN email_hash       bytea CHECK (octet_length(email_hash) = 32),
    ADD COLUMN national_id_hash bytea CHECK (octet_length(national_id_hash) = 32);

CREATE INDEX contact_phone ON contact (phone_hash);
CREATE INDEX contact_email ON contact (email_hash);
CREATE INDEX contact_national_id ON contact (national_id_hash);
