-- Keys of the installation itself, which belong to no subject: today the one that signs the log's checkpoints. Rotating the
-- root key wraps them again; the key inside never changes, so neither does anything else in the row.
create table installation_key (
    name            text not null check (name <> ''),
    version         integer not null check (version > 0),
    key_id          uuid not null unique,
    root_version    integer not null references root_key,
    wrapped         bytea not null,
    key_check_value bytea not null check (octet_length(key_check_value) = 32),
    created_at      timestamptz not null,
    primary key (name, version)
);

create function installation_key_stays() returns trigger language plpgsql as $$
begin
    if (new.name, new.version, new.key_id, new.key_check_value, new.created_at)
        is distinct from (old.name, old.version, old.key_id, old.key_check_value, old.created_at) then
        raise exception 'a key of the installation is wrapped again, never changed'
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger installation_key_stays before update on installation_key
    for each row execute function installation_key_stays();

grant select, insert on installation_key to tillit_keys_app;
grant update (root_version, wrapped) on installation_key to tillit_keys_app;
grant maintain on installation_key to tillit_keys_app;
