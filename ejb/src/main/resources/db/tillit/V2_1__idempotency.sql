-- A creation that is sent twice happens once; keys are forgotten after a day.
CREATE TABLE idempotency_key (
    username    text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    record_id   uuid        NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (username, key)
);
CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO tillit_app;
