-- A row of one project in every table that belongs to projects; $PROJECT stands for its id, $MEMBER for its member.
DO $$
DECLARE
    person uuid := gen_random_uuid();
    form   uuid := gen_random_uuid();
    paper  uuid := gen_random_uuid();
    talk   uuid := gen_random_uuid();
    job    uuid := gen_random_uuid();
    sheet  uuid := gen_random_uuid();
BEGIN
    INSERT INTO project VALUES ('$PROJECT', 'P', 'C', '$PROJECT', '2026-01-15', 'Why', '2027-06-30', 24, now(), 'solveig');
    INSERT INTO project_sample VALUES ('$PROJECT', gen_random_uuid(), 1, 'S', 'CONSENT', false);
    INSERT INTO project_category VALUES ('$PROJECT', 'GENERAL');
    INSERT INTO project_method VALUES ('$PROJECT', 'INDIVIDUAL_INTERVIEW');
    INSERT INTO project_member VALUES ('$PROJECT', '$MEMBER', 'researcher', false, now(), 'solveig');
    INSERT INTO project_member_change (project_id, username, role, contacts, ended, at, changed_by)
        VALUES ('$PROJECT', '$MEMBER', 'researcher', false, false, now(), 'solveig');
    INSERT INTO participant_number VALUES ('$PROJECT', 1);
    INSERT INTO participant VALUES (person, '$PROJECT', 'P-1', gen_random_uuid(), 'CONSENT', 'ACTIVE', NULL, NULL, now(), 'x');
    INSERT INTO contact (participant_id, changed_at, changed_by) VALUES (person, now(), 'x');
    INSERT INTO consent_template VALUES (sheet, '$PROJECT', 'T', now(), 'x');
    INSERT INTO consent_template_version (id, template_id, project_id, number, code, state, revision, content, edited_at, edited_by, editors)
        VALUES (sheet, sheet, '$PROJECT', 1, '$PROJECT', 'DRAFT', 1, '', now(), 'x', 'x');
    INSERT INTO consent VALUES (form, '$PROJECT', person, '2026-02-01', 'PAPER', 'nb', NULL, 'd', 0, now(), 'x', NULL);
    INSERT INTO consent_decision VALUES (form, 'INTERVIEW', true);
    INSERT INTO consent_withdrawal VALUES (person, 'INTERVIEW', now(), 'x');
    INSERT INTO consent_standing VALUES (person, '$PROJECT', 'INTERVIEW', 'WITHDRAWN', form, '2026-02-01', NULL);
    INSERT INTO consent_expiry VALUES (person, '$PROJECT', 'INTERVIEW', '2027-02-01', 'WARNED', now());
    INSERT INTO consent_unchecked VALUES (form, person, '$PROJECT', now());
    INSERT INTO consent_verdict (id, consent_id, participant_id, project_id, kind, reason, overturns, at, recorded_by)
        VALUES (gen_random_uuid(), form, person, '$PROJECT', 'MISTAKE', 'MISREAD', true, now(), 'x');
    INSERT INTO consent_capture (consent_id, participant_id, project_id) VALUES (form, person, '$PROJECT');
    INSERT INTO consent_paper (number, project_id, version_id, participant_id, language, large_print, printed_at, printed_by)
        VALUES (sheet::text, '$PROJECT', sheet, person, 'NB', false, now(), 'x');
    INSERT INTO document (id, project_id, type, format, state, attached_to, data_day, key_id, name_owner, file_name,
                          original_blob, original_length, original_stored_length, original_sha256, text_cut, received_at,
                          received_by)
        VALUES (paper, '$PROJECT', 'TRANSCRIPT', 'TXT', 'AVAILABLE', talk, '2026-02-02', gen_random_uuid(), person, '\x00',
                '$PROJECT', 1, 1, sha256('\x00'), false, now(), 'x');
    INSERT INTO anonymised_material VALUES (sheet, '$PROJECT', 'BEGUN', NULL, true, 'x', now(), NULL, NULL, '');
    INSERT INTO anonymised_source VALUES (sheet, person);
    INSERT INTO vanished_draft VALUES (sheet, '$PROJECT', 'x', now(), now());
    INSERT INTO anonymised_opening VALUES (sheet, paper, 'x', now());
    INSERT INTO replaced_blob VALUES (gen_random_uuid(), paper);
    INSERT INTO document_share VALUES (paper, person, 'P-1', '\x00');
    INSERT INTO interview VALUES (talk, '$PROJECT', 'INDIVIDUAL', 'HELD', '2026-02-02', 30, false, now(), 'x');
    INSERT INTO interview_participant VALUES (talk, person, 'P-1');
    INSERT INTO scan_batch (id, project_id, state, refusal, pages_read, blank_pages, attempts, file_name, received_at, received_by)
        VALUES (talk, '$PROJECT', 'REFUSED', 'damaged-file', 0, 0, 1, '\x00', now(), 'x');
    INSERT INTO scanned_form (id, project_id, batch_id, state, reason, number_known, received_at, received_by)
        VALUES (talk, '$PROJECT', talk, 'BY_HAND', 'NO_CODE', false, now(), 'x');
    INSERT INTO scanned_page (id, project_id, form_id, batch_id, batch_page, width, height, turned, kept_at)
        VALUES (talk, '$PROJECT', talk, talk, 1, 0, 0, 0, now());
    INSERT INTO transcript_voice VALUES (gen_random_uuid(), '$PROJECT', talk, paper, person, 1, 1, '\x00', now(), 'x');
    INSERT INTO deletion_job (id, project_id, participant_id, cause, withdrawn_items, since, state, version, proposed_by, proposed_at)
        VALUES (job, '$PROJECT', person, 'MANUAL', '{}', '2026-02-02', 'PROPOSED', 1, 'x', now());
    INSERT INTO deletion_item (job_id, project_id, version, seq, kind, step_order, record_id, parts, bytes, decision, reason,
                               counts_from, reach, state)
        VALUES (job, '$PROJECT', 1, 1, 'document', 1, paper, 1, 1, 'DISPOSE', 'r', '2026-02-02', 'OWN', 'PENDING');
    INSERT INTO deletion_change VALUES (job, 1, 'document', 1, 0);
    INSERT INTO deletion_key VALUES (job, person, NULL, NULL);
    INSERT INTO deletion_recipient VALUES (job, '$PROJECT', talk);
    INSERT INTO deletion_certificate VALUES (job, now(), '\x00', 'x');
    INSERT INTO retention_schedule VALUES (gen_random_uuid(), '$PROJECT', 's', 1, 'TRANSCRIPT', 'LAST_CONTACT', NULL, 1, 0, 0,
        'DISPOSE', 'a', 'nb', 'nn', 'en', true, now(), 'x');
    INSERT INTO retention_event VALUES (gen_random_uuid(), '$PROJECT', 'LAST_CONTACT', 'participant', person, '2026-02-02', now(), 'x');
    INSERT INTO retention_setting VALUES ('$PROJECT', 0, 60, NULL, now(), 'x');
    INSERT INTO deletion_manual_step (id, job_id, project_id, kind, place, added_by, added_at)
        VALUES (gen_random_uuid(), job, '$PROJECT', 'PAPER', '\x00', 'x', now());
    INSERT INTO reminder VALUES (gen_random_uuid(), '$PROJECT', 'DUE', '$PROJECT', '2026-02-02', 1, now(), 0, now(), NULL);
    INSERT INTO project_end_change VALUES (gen_random_uuid(), '$PROJECT', '2027-06-30', '2027-06-29', NULL, NULL, now(), 'x');
    INSERT INTO retention_hold (id, project_id, participant_id, reason, authority, review_on, seen_by, placed_at, placed_by)
        VALUES (gen_random_uuid(), '$PROJECT', person, '\x00', 'a', '2027-01-01', 'PROJECT', now(), 'x');
    INSERT INTO recipient_notice VALUES (gen_random_uuid(), '$PROJECT', person, 'NAV', 'nav', 'WITHDRAWN', now(), NULL, NULL);
END $$
