-- The key hierarchy. Lives in its own database with short-lived backups, so that a destroyed key does not survive in them.

-- One row for ever: ciphertexts are bound to the installation that made them.
create table installation (
    one boolean primary key default true check (one),
    id  uuid not null
);

-- The root key itself is in the key store file; this row only recognises it.
create table root_key (
    version         integer primary key check (version > 0),
    key_check_value bytea not null check (octet_length(key_check_value) = 32),
    created_at      timestamptz not null
);

create table subject_key (
    subject         uuid primary key,
    key_id          uuid not null unique,
    version         integer not null check (version > 0),
    root_version    integer not null references root_key,
    wrapped         bytea,
    key_check_value bytea not null check (octet_length(key_check_value) = 32),
    state           text not null check (state in ('ACTIVE', 'DESTROYING', 'DESTROYED')),
    created_at      timestamptz not null,
    destroying_at   timestamptz,
    destroyed_at    timestamptz,
    constraint bytes_while_not_destroyed check ((state = 'DESTROYED') = (wrapped is null)),
    constraint destruction_is_dated check ((state = 'ACTIVE') = (destroying_at is null)
        and (state = 'DESTROYED') = (destroyed_at is not null))
);

-- A key only ever goes towards its destruction, and a tombstone never changes, whoever asks.
create function subject_key_moves_forward() returns trigger language plpgsql as $$
begin
    if old.state = 'DESTROYED'
        or (old.state = 'DESTROYING' and new.state = 'ACTIVE')
        or new.subject <> old.subject
        or new.created_at <> old.created_at
        or (new.key_check_value <> old.key_check_value and new.key_id = old.key_id) then
        raise exception 'a destroyed key stays destroyed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger subject_key_moves_forward before update on subject_key
    for each row execute function subject_key_moves_forward();

-- No DELETE anywhere: a tombstone stays. VACUUM (maintain) removes the row versions that still hold the bytes.
grant select, insert on installation, root_key, subject_key to tillit_keys_app;
grant update (state, wrapped, destroying_at, destroyed_at, root_version) on subject_key to tillit_keys_app;
grant maintain on subject_key to tillit_keys_app;
