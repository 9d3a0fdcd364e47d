-- A subject's key that is suspected to be known gives way to a new version. The row of subject_key is always the present
-- one; the one before stays here until nothing lies under it, then leaves its tombstone.
create table replaced_key (
    key_id          uuid primary key,
    subject         uuid not null references subject_key,
    version         integer not null check (version > 0),
    root_version    integer not null references root_key,
    wrapped         bytea,
    key_check_value bytea not null check (octet_length(key_check_value) = 32),
    state           text not null check (state in ('RETIRING', 'DESTROYED')),
    replaced_at     timestamptz not null,
    destroyed_at    timestamptz,
    unique (subject, version),
    constraint bytes_while_retiring check ((state = 'DESTROYED') = (wrapped is null)),
    constraint destruction_is_dated check ((state = 'DESTROYED') = (destroyed_at is not null))
);

-- One replacement at a time for each subject.
create unique index one_retiring_key on replaced_key (subject) where state = 'RETIRING';
create index replaced_key_root_version on replaced_key (root_version) where state = 'RETIRING';

-- Only the present key of somebody living is replaced, as it is; afterwards it only goes.
create function replaced_key_moves_forward() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'RETIRING' or not exists (
            select from subject_key s where s.subject = new.subject and s.state = 'ACTIVE' and s.key_id = new.key_id
                and s.version = new.version and s.root_version = new.root_version and s.wrapped = new.wrapped
                and s.key_check_value = new.key_check_value) then
            raise exception 'only the present key of a living subject is replaced'
                using errcode = 'integrity_constraint_violation';
        end if;
    elsif old.state = 'DESTROYED'
        or (new.key_id, new.subject, new.version, new.key_check_value, new.replaced_at)
            is distinct from (old.key_id, old.subject, old.version, old.key_check_value, old.replaced_at) then
        raise exception 'a destroyed key stays destroyed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger replaced_key_moves_forward before insert or update on replaced_key
    for each row execute function replaced_key_moves_forward();

create trigger wrapped_under_the_active_root before insert or update of root_version on replaced_key
    for each row execute function wrapped_under_the_active_root();

-- A subject's key becomes another only by being replaced, one version at a time, while the subject lives; and a subject is
-- destroyed with all of its keys.
create or replace function subject_key_moves_forward() returns trigger language plpgsql as $$
begin
    if old.state = 'DESTROYED'
        or (old.state = 'DESTROYING' and new.state = 'ACTIVE')
        or new.subject <> old.subject
        or new.created_at <> old.created_at
        or (new.key_id = old.key_id) <> (new.version = old.version)
        or (new.key_check_value <> old.key_check_value and new.key_id = old.key_id) then
        raise exception 'a destroyed key stays destroyed' using errcode = 'integrity_constraint_violation';
    end if;
    if new.key_id <> old.key_id and (old.state <> 'ACTIVE' or new.state <> 'ACTIVE' or new.version <> old.version + 1
        or not exists (select from replaced_key r where r.key_id = old.key_id and r.state = 'RETIRING')) then
        raise exception 'a key is replaced by the next version only, while its subject lives'
            using errcode = 'integrity_constraint_violation';
    end if;
    if new.state = 'DESTROYED' and exists (
        select from replaced_key r where r.subject = new.subject and r.state = 'RETIRING') then
        raise exception 'a subject is destroyed with all of its keys' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create or replace function root_key_moves_forward() returns trigger language plpgsql as $$
begin
    if old.state = 'DESTROYED' or (old.state = 'RETIRING' and new.state = 'ACTIVE')
        or new.version <> old.version or new.key_check_value <> old.key_check_value or new.created_at <> old.created_at then
        raise exception 'a root key never comes back' using errcode = 'integrity_constraint_violation';
    end if;
    if new.state = 'DESTROYED' and (
        exists (select from subject_key where root_version = old.version and state = 'ACTIVE')
        or exists (select from replaced_key where root_version = old.version and state = 'RETIRING')
        or exists (select from installation_key where root_version = old.version)) then
        raise exception 'living keys are wrapped under this root key' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

-- The one way in which a key becomes another. The application's role may call it and do nothing of it by hand.
create function replace_subject_key(before uuid, successor uuid, under integer, bytes bytea, check_value bytea, at timestamptz)
    returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform from subject_key where key_id = before and state = 'ACTIVE' for update;
    if not found then
        return false;
    end if;
    insert into replaced_key (key_id, subject, version, root_version, wrapped, key_check_value, state, replaced_at)
        select key_id, subject, version, root_version, wrapped, key_check_value, 'RETIRING', at
        from subject_key where key_id = before;
    update subject_key set key_id = successor, version = version + 1, root_version = under, wrapped = bytes,
        key_check_value = check_value where key_id = before;
    return true;
end $$;
revoke execute on function replace_subject_key(uuid, uuid, integer, bytea, bytea, timestamptz) from public;
grant execute on function replace_subject_key(uuid, uuid, integer, bytea, bytea, timestamptz) to tillit_keys_app;

grant select on replaced_key to tillit_keys_app;
grant update (state, wrapped, destroyed_at, root_version) on replaced_key to tillit_keys_app;
grant maintain on replaced_key to tillit_keys_app;
