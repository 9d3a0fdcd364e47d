-- The latest moment that a clock showed which was believed. What is due by its day rests on it: a clock that jumps is not believed.
CREATE TABLE clock_seen (
    only_one boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    seen_at  timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON clock_seen TO tillit_app;
