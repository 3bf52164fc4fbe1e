-- What counting needs to know of a promise; what was promised stands in its facts.
alter table clock
    add column priority          text,          -- of the ticket when the promise was made; null: nobody told
    add column agreement_version uuid;          -- contract it was promised by; null: by what every customer is promised
create index clock_agreement on clock (agreement_version, due_at) where agreement_version is not null;

create table agreement (
    id          uuid        primary key,
    version     bigint      not null,
    number      text        not null unique,
    type        text        not null,           -- SLA, OLA (between our teams), SUPPLIER (underpinning contract)
    customer_id uuid,                           -- null: OLA or supplier contract that serves every customer
    name        text        not null,
    zone        text        not null,           -- whose days the dates of its versions are
    versions    integer     not null,           -- how many were written
    activations integer     not null,           -- grows with each, so that two cannot overlap
    created_by  text        not null,
    created_at  timestamptz not null
);
create index agreement_customer on agreement (customer_id, id);

create table agreement_version (
    id             uuid    primary key,
    version        bigint  not null,
    agreement_id   uuid    not null references agreement,
    number         integer not null,
    status         text    not null,            -- DRAFT, ACTIVE
    effective_from date    not null,            -- first day
    effective_to   date,                        -- last day; null: until the next version begins
    content        text    not null check (content is json object),
    written_by     text    not null,
    written_at     timestamptz not null,
    activated_by   text,
    activated_at   timestamptz,
    unique (agreement_id, number)
);

create function active_version_is_fixed() returns trigger language plpgsql as $$
begin
    if old.status = 'ACTIVE' then
        raise exception 'an active version of an agreement is never changed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger agreement_version_fixed before update or delete on agreement_version for each row execute function active_version_is_fixed();

-- What is owed for a broken promise, or for a month in which too few were kept. Until it is decided, the amount is derived whenever somebody looks.
create table compensation (
    id                uuid    primary key,
    version           bigint  not null,
    agreement_version uuid    not null references agreement_version,
    customer_id       uuid    not null,
    month             date    not null,         -- first day of the month it counts in, by the agreement's zone
    kind              text    not null,
    priority          text,
    clock_id          uuid,                     -- broken promise; null: it is about the month
    ticket_id         uuid,
    breached_at       timestamptz,
    status            text    not null,         -- OWED, EXCLUSION_PROPOSED, EXCLUDED, APPROVED, WITHDRAWN
    amount            text,                     -- decimal, decided by the approval; null before
    exclusion_by      text,                     -- who proposed to exclude it; somebody else decides
    approved_at       timestamptz,              -- stays when it is withdrawn afterwards
    currency          text    not null,
    facts             integer not null,
    created_at        timestamptz not null
);
create unique index compensation_breach on compensation (clock_id, breached_at) where clock_id is not null;
create unique index compensation_attainment on compensation (agreement_version, month, kind, (coalesce(priority, ''))) where clock_id is null;
create index compensation_customer on compensation (customer_id, month, id);

create table compensation_fact (
    compensation_id uuid        not null,
    seq             integer     not null,
    at              timestamptz not null,
    by              text        not null,       -- who, or our own service
    fact            text        not null,
    data            jsonb       not null,
    primary key (compensation_id, seq)
);
create function compensation_fact_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'facts of the compensation ledger are append-only';
end $$;
create trigger compensation_fact_append_only before update or delete on compensation_fact for each row execute function compensation_fact_is_append_only();

-- Months of agreements that reward attainment; the timer of each counts it once it is over.
create table compensation_month (
    id           uuid primary key,
    agreement_id uuid not null references agreement,
    month        date not null,
    unique (agreement_id, month)
);
