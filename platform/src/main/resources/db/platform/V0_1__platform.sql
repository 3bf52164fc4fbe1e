-- Tables of the shared plumbing; every service has its own copy in its own database.

-- Tables belong to the role that migrates; the service works as another role, which reads and writes rows and can change no table (ADR 021).
-- What later migrations make is covered too.
grant usage on schema public to ${runtime};
alter default privileges in schema public grant select, insert, update, delete on tables to ${runtime};
alter default privileges in schema public grant usage, select on sequences to ${runtime};

create table outbox (
    seq         bigint generated always as identity primary key,
    event_id    uuid        not null,
    topic       text        not null,
    key         uuid,
    type        text        not null,
    sequence    bigint      not null,
    customer    uuid,
    traceparent text,
    occurred    timestamptz not null,
    reason      text,                       -- set on dead letters only: why the event could not be consumed
    payload     bytea,                      -- null = tombstone on a compacted topic
    created     timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

create table inbox (
    consumer text        not null,
    event_id uuid        not null,
    received timestamptz not null default now(),
    primary key (consumer, event_id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50000);
create index inbox_received on inbox using brin (received);

create table inbox_parked (
    id       bigint generated always as identity primary key,
    consumer text        not null,
    key      text        not null,
    event_id uuid        not null,
    type     text        not null,
    source   text        not null,
    subject  uuid        not null,
    occurred timestamptz not null,
    sequence bigint      not null,
    customer uuid,
    traceparent text,
    payload  bytea,
    error    text        not null,
    parked   timestamptz not null default now(),
    unique (consumer, event_id)
);
create index inbox_parked_key on inbox_parked (consumer, key, id);

create table timer (
    kind       text        not null,
    ref        uuid        not null,        -- aggregate the timer belongs to
    generation integer     not null,        -- decides races: a timer of an older generation has no effect
    due_at     timestamptz not null,        -- when it was promised to fire
    fire_at    timestamptz not null,        -- when it is tried next; later than due_at only after a failure
    attempts   integer     not null default 0,
    error      text,
    primary key (kind, ref)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
create index timer_fire on timer (kind, fire_at);

create table idempotency_key (
    client      text        not null,
    key         text        not null,
    fingerprint text        not null,
    status      integer,
    location    text,
    etag        text,
    body        text,                        -- never a secret nor personal data in clear
    again       boolean,                     -- the answer was not stored: a repetition does the work again
    created     timestamptz not null default now(),
    primary key (client, key)
);
create index idempotency_key_created on idempotency_key using brin (created);

-- Who did what. Rows are only ever added, and so are their seals: a row's place in the hash chain, given afterwards by the one sealer.
create table audit (
    id       bigint generated always as identity primary key,
    at       timestamptz not null default now(),
    actor    text        not null,
    action   text        not null,
    customer uuid,
    detail   text,
    trace_id text
);

-- Positions have no gaps. No foreign key: it would lock, and so write, every audit row once more; the verifier finds seals without a row.
create table audit_seal (
    position bigint primary key,
    audit_id bigint not null unique,
    hash     text   not null
);

-- The first fence are the rights, the second these triggers: they stop the owner too, unless he takes them away.
revoke update, delete, truncate on audit, audit_seal from ${runtime};

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit rows are append-only';
end $$;
create trigger audit_append_only before update or delete on audit for each row execute function audit_is_append_only();
create trigger audit_not_emptied before truncate on audit for each statement execute function audit_is_append_only();
create trigger audit_seal_append_only before update or delete on audit_seal for each row execute function audit_is_append_only();
create trigger audit_seal_not_emptied before truncate on audit_seal for each statement execute function audit_is_append_only();
