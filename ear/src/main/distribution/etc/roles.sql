-- Run once by a database administrator with psql, after replacing the passwords:
--     psql -v tillit_owner="'…'" -v tillit_app="'…'" -v tillit_keys_owner="'…'" -v tillit_keys_app="'…'" -f roles.sql
-- The owners change schemas; the application's roles get what each migration grants them and nothing else.
create role tillit_owner      login password :tillit_owner;
create role tillit_app        login password :tillit_app;
create role tillit_keys_owner login password :tillit_keys_owner;
create role tillit_keys_app   login password :tillit_keys_app;

create database tillit      owner tillit_owner      encoding 'UTF8' template template0;
create database tillit_keys owner tillit_keys_owner encoding 'UTF8' template template0;

revoke all on database tillit, tillit_keys from public;
grant connect on database tillit      to tillit_app;
grant connect on database tillit_keys to tillit_keys_app;
\connect tillit
revoke all on schema public from public;
alter schema public owner to tillit_owner;
grant usage on schema public to tillit_app;
\connect tillit_keys
revoke all on schema public from public;
alter schema public owner to tillit_keys_owner;
grant usage on schema public to tillit_keys_app;
