create table customer (
    id   uuid primary key,
    name text not null
);

create table clock (
    id           uuid    primary key,
    version      bigint  not null,
    ticket_id    uuid    not null,
    visit_id     uuid,                          -- null: the promise is about the ticket itself
    customer_id  uuid    not null,
    kind         text    not null,
    generation   integer not null,              -- grows with every change by an event; timers of an older one have no effect
    facts        integer not null,              -- how many facts there are: tells a reader that it missed one
    target       text    not null,              -- what was promised at first, for people: PT24H or an instant
    warn_percent integer not null,
    -- derived from the facts, never set by hand
    status       text        not null,
    started_at   timestamptz not null,
    due_at       timestamptz not null,
    warn_at      timestamptz,
    ended_at     timestamptz,
    breached_at  timestamptz
) with (fillfactor = 70);                         -- room to warn and to break without touching an index
create index clock_ticket on clock (ticket_id);
create index clock_visit on clock (visit_id) where visit_id is not null;
create index clock_customer on clock (customer_id, id);
create index clock_due on clock (due_at, id);

-- No foreign key: facts are only ever written in one statement with their clock, and checking it costs as much as writing them.
create table clock_fact (
    clock_id uuid        not null,
    seq      integer     not null,              -- order in which we heard of them
    at       timestamptz not null,              -- when it happened
    sequence bigint      not null,              -- version of the ticket or visit: decides between facts of the same instant
    fact     text        not null,
    data     jsonb       not null,
    event_id uuid,                              -- the event that told it; null for our own timers
    recorded timestamptz not null default now(),
    primary key (clock_id, seq)
);

create function clock_fact_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'facts of clocks are append-only';
end $$;
create trigger clock_fact_append_only before update or delete on clock_fact for each row execute function clock_fact_is_append_only();

-- Facts about tickets and visits that nobody has told us of yet; put in when they are made known.
create table early_fact (
    id       bigint generated always as identity primary key,
    subject  uuid        not null,
    kinds    text        not null,
    at       timestamptz not null,
    sequence bigint      not null,
    fact     text        not null,
    data     jsonb       not null,
    event_id uuid
);
create index early_fact_subject on early_fact (subject);
