-- What the log keeps about somebody in words is hashed as ciphertext, so it can never be encrypted anew. It lies under a key
-- of its own, wrapped under the subject's: replacing that one wraps this one again, and what is written from then on gets
-- another. Destroying the subject's key ends all of it.
create table log_key (
    key_id          uuid primary key,
    subject         uuid not null references subject_key,
    version         integer not null check (version > 0),
    made_under      uuid not null,
    parent_key_id   uuid not null,
    wrapped         bytea,
    key_check_value bytea not null check (octet_length(key_check_value) = 32),
    created_at      timestamptz not null,
    unique (subject, version),
    unique (subject, made_under)
);
create index log_key_parent on log_key (parent_key_id);

-- It is wrapped under the present key of somebody living, whose replacement waits for it; then it is wrapped again or goes.
create function log_key_is_wrapped() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (new.key_id, new.subject, new.version, new.made_under, new.key_check_value, new.created_at)
        is distinct from (old.key_id, old.subject, old.version, old.made_under, old.key_check_value, old.created_at) then
        raise exception 'a key of the log never changes' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'UPDATE' and new.wrapped is null then
        perform from subject_key where subject = new.subject and state <> 'ACTIVE';
        if not found then
            raise exception 'a key of the log goes with its subject' using errcode = 'integrity_constraint_violation';
        end if;
        return new;
    end if;
    perform from subject_key where subject = new.subject and key_id = new.parent_key_id and state = 'ACTIVE' for share;
    if not found or new.wrapped is null or (tg_op = 'UPDATE' and old.wrapped is null) then
        raise exception 'a key of the log is wrapped under the present key' using errcode = 'TR002';
    end if;
    return new;
end $$;

create trigger log_key_is_wrapped before insert or update on log_key
    for each row execute function log_key_is_wrapped();

-- Nothing that is still needed is wrapped under a key that goes.
create function nothing_under_a_replaced_key() returns trigger language plpgsql as $$
begin
    if new.state = 'DESTROYED' and exists (select from log_key l join subject_key s using (subject)
        where l.parent_key_id = new.key_id and l.wrapped is not null and s.state = 'ACTIVE') then
        raise exception 'something is wrapped under this key' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger nothing_under_a_replaced_key before update on replaced_key
    for each row execute function nothing_under_a_replaced_key();

grant select, insert on log_key to tillit_keys_app;
grant update (parent_key_id, wrapped) on log_key to tillit_keys_app;
grant maintain on log_key to tillit_keys_app;
