-- Which node carries a deletion out: it takes a few at a time, and finds out here when another has taken one over.
ALTER TABLE deletion_job
    ADD COLUMN led_by uuid,
    ADD CHECK (led_by IS NULL OR state = 'EXECUTING');
