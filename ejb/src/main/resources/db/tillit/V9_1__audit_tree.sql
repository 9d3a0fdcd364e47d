-- The log becomes a Merkle tree (RFC 6962). The writer only inserts, with the hash of its leaf; the sequencer gives each
-- committed entry its place; checkpoints sign what stands. Everything here only grows: the application adds and reads.

-- The form of an entry that is hashed, as no.tillit.verifier.LogEntry has it: whoever doubts the Java can use this.
CREATE FUNCTION audit_field(part bytea) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(int4send(octet_length(part)) || part, '\xffffffff'::bytea)
$$;
CREATE FUNCTION audit_leaf_hash(id uuid, at timestamptz, actor text, role text, purpose text, action text, project uuid,
                                participant uuid, record_type text, record uuid, outcome text, reason text, details bytea)
RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256('\x00'::bytea || audit_field('tillit audit entry v1'::bytea) || audit_field(uuid_send(id))
        || audit_field(int8send((extract(epoch FROM at) * 1000000)::bigint)) || audit_field(convert_to(actor, 'UTF8'))
        || audit_field(convert_to(role, 'UTF8')) || audit_field(convert_to(purpose, 'UTF8'))
        || audit_field(convert_to(action, 'UTF8')) || audit_field(uuid_send(project)) || audit_field(uuid_send(participant))
        || audit_field(convert_to(record_type, 'UTF8')) || audit_field(uuid_send(record))
        || audit_field(convert_to(outcome, 'UTF8')) || audit_field(convert_to(reason, 'UTF8')) || audit_field(details))
$$;

ALTER TABLE audit_entry
    ADD COLUMN uid       uuid,
    ADD COLUMN details   bytea,
    ADD COLUMN leaf_hash bytea,
    -- The transaction that wrote the entry: what a sequencer could not see yet has at least the horizon it wrote down.
    ADD COLUMN xid       xid8 NOT NULL DEFAULT pg_current_xact_id();
UPDATE audit_entry SET uid = gen_random_uuid();
UPDATE audit_entry SET leaf_hash = audit_leaf_hash(uid, at, actor, role, purpose, action, project_id, participant_id,
                                                   record_type, record_id, outcome, reason, details);
ALTER TABLE audit_entry
    ALTER COLUMN uid SET NOT NULL,
    ALTER COLUMN leaf_hash SET NOT NULL,
    ADD CHECK (octet_length(leaf_hash) = 32);
CREATE INDEX audit_entry_xid ON audit_entry (xid);

-- Which entry stands where. Gaps and doubles are impossible for the application, visible when an owner makes them.
CREATE TABLE audit_leaf (
    leaf_index bigint PRIMARY KEY CHECK (leaf_index >= 0),
    entry_id   bigint NOT NULL UNIQUE,
    hash       bytea  NOT NULL CHECK (octet_length(hash) = 32)
);

-- Roots of complete subtrees of 256, 256², … leaves: a proof reads a few rows, however long the log is.
CREATE TABLE audit_subtree (
    level  integer NOT NULL CHECK (level > 0),
    number bigint  NOT NULL CHECK (number >= 0),
    hash   bytea   NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (level, number)
);

-- What a sequencer did, and the oldest transaction that it could not see the end of.
CREATE TABLE audit_batch (
    first_leaf bigint      PRIMARY KEY,
    leaves     integer     NOT NULL CHECK (leaves > 0),
    horizon    xid8        NOT NULL,
    at         timestamptz NOT NULL
);

-- Signed statements of size and root. A history ends when a restore from a backup is acknowledged, and the next begins.
CREATE TABLE audit_checkpoint (
    history   integer     NOT NULL CHECK (history >= 0),
    size      bigint      NOT NULL CHECK (size > 0),
    root      bytea       NOT NULL CHECK (octet_length(root) = 32),
    note      text        NOT NULL,
    signed_at timestamptz NOT NULL,
    PRIMARY KEY (history, size)
);

-- Restores that an operator has acknowledged: up to where the log is the old one, and what was lost.
CREATE TABLE audit_restore (
    history   integer     PRIMARY KEY CHECK (history > 0),
    note      text        NOT NULL,
    at        timestamptz NOT NULL
);

-- What a check of the whole log found.
CREATE TABLE audit_check (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    size        bigint      NOT NULL,
    finding     text,
    first_bad   bigint
);

GRANT SELECT, INSERT ON audit_leaf, audit_subtree, audit_batch, audit_checkpoint, audit_restore, audit_check TO tillit_app;
