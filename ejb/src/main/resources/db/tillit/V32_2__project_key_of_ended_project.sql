-- The job that ends a project destroys the project's own key at last; its check value is evidence.
ALTER TABLE deletion_job ADD COLUMN project_key_check_value text
    CHECK (project_key_check_value IS NULL OR cause = 'END_OF_PROCESSING');
