-- What another deletion had erased already when this one came to it: a certificate claims only what its own deletion did.
ALTER TABLE deletion_item ADD COLUMN erased_before boolean NOT NULL DEFAULT false;
ALTER TABLE deletion_item ADD CHECK (NOT erased_before OR state = 'ERASED');
ALTER TABLE deletion_key ADD COLUMN destroyed_before boolean NOT NULL DEFAULT false;
