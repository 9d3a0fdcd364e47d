-- The certificate that documents are sealed with, and its private key: encrypted under a key of the installation, which lies
-- under the root key. A new certificate is a new version; what was sealed with an older one still names that one.
create table seal_certificate (
    version      integer primary key check (version > 0),
    certificates text not null check (certificates like '-----BEGIN CERTIFICATE-----%'),
    private_key  bytea not null,
    self_made    boolean not null,
    made_at      timestamptz not null
);

grant select, insert on seal_certificate to tillit_keys_app;
