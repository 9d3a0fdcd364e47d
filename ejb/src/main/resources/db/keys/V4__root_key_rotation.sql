-- A root key is made, retires when the next one is there, and is destroyed when nothing is wrapped under it any more.
alter table root_key
    add column state        text not null default 'ACTIVE' check (state in ('ACTIVE', 'RETIRING', 'DESTROYED')),
    add column retiring_at  timestamptz,
    add column destroyed_at timestamptz,
    add constraint retirement_is_dated check ((state = 'ACTIVE') = (retiring_at is null)
        and (state = 'DESTROYED') = (destroyed_at is not null));
alter table root_key alter column state drop default;

create unique index one_active_root_key on root_key (state) where state = 'ACTIVE';

create function root_key_moves_forward() returns trigger language plpgsql as $$
begin
    if old.state = 'DESTROYED' or (old.state = 'RETIRING' and new.state = 'ACTIVE')
        or new.version <> old.version or new.key_check_value <> old.key_check_value or new.created_at <> old.created_at then
        raise exception 'a root key never comes back' using errcode = 'integrity_constraint_violation';
    end if;
    if new.state = 'DESTROYED' and (
        exists (select from subject_key where root_version = old.version and state = 'ACTIVE')
        or exists (select from installation_key where root_version = old.version)) then
        raise exception 'living keys are wrapped under this root key' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger root_key_moves_forward before update on root_key
    for each row execute function root_key_moves_forward();

-- Nothing is wrapped under a root that retires. The lock makes whoever retires it wait for those who still wrap, and
-- them find it retired: the application tries again under the new one when it is told TR001.
create function wrapped_under_the_active_root() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' or new.root_version <> old.root_version then
        perform from root_key where version = new.root_version and state = 'ACTIVE' for share;
        if not found then
            raise exception 'root key % retires', new.root_version using errcode = 'TR001';
        end if;
    end if;
    return new;
end $$;

create trigger wrapped_under_the_active_root before insert or update of root_version on subject_key
    for each row execute function wrapped_under_the_active_root();

create trigger wrapped_under_the_active_root before insert or update of root_version on installation_key
    for each row execute function wrapped_under_the_active_root();

create index subject_key_root_version on subject_key (root_version) where state = 'ACTIVE';

grant update (state, retiring_at, destroyed_at) on root_key to tillit_keys_app;
