-- Who and what was erased, so that nobody comes back with a restored backup of `tillit` (O-23). It outlives the data it
-- speaks of: random ids only. Either a whole subject, or one record of somebody who stays, with the id of whose part in it went.
create table erasure_register (
    seq        bigint generated always as identity primary key,
    at         timestamptz not null,
    job_id     uuid        not null,
    project_id uuid        not null,
    subject    uuid,
    kind       text,
    record_id  uuid,
    constraint subject_or_record check ((subject is not null or record_id is not null) and (kind is null) = (record_id is null)),
    unique nulls not distinct (job_id, subject, kind, record_id)
);
create index erasure_register_job on erasure_register (job_id);

create function erasure_register_is_for_ever() returns trigger language plpgsql as $$
begin
    raise exception 'the erasure register is never changed' using errcode = 'integrity_constraint_violation';
end $$;

create trigger erasure_register_is_for_ever before update or delete or truncate on erasure_register
    for each statement execute function erasure_register_is_for_ever();

grant select, insert on erasure_register to tillit_keys_app;
