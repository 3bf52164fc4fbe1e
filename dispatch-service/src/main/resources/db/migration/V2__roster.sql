-- What somebody is on duty for.
create table duty (
    code             text    primary key,
    version          bigint  not null,
    name             text    not null,
    responsibilities text    not null,
    zone             text    not null,           -- in which its hours and the days of its timetable are
    hours            text    not null check (hours is json array),   -- of the week, when somebody must be on duty; empty: around the clock
    needed           integer not null check (needed > 0),            -- people at the same time
    changed_by       text    not null,
    changed_at       timestamptz not null
);

create table shift (
    id                uuid   primary key,
    version           bigint not null,
    duty              text   not null references duty,
    person            text   not null,           -- user name of the account
    starts_at         timestamptz not null,
    ends_at           timestamptz not null,
    status            text   not null,           -- DRAFTED, PUBLISHED, SWAP_ASKED, SWAP_ACCEPTED, WITHDRAWN
    replaces          uuid,                      -- shift that was withdrawn for it
    colleague         text,                      -- who is asked to do it instead
    swap_reason       text,
    withdrawn_at      timestamptz,               -- until then it counts, if it had begun
    withdrawn_because text,
    handover          text   not null,           -- OPEN, WRITTEN, ACCEPTED, REFUSED
    note              text,
    items             text,                      -- JSON
    written_at        timestamptz,
    answered_by       text,
    answered_at       timestamptz,
    refusal           text,
    changed_at        timestamptz not null,
    check (starts_at < ends_at),
    -- Nobody does two duties at a time, drafted or published, however many people plan at once.
    constraint person_is_free exclude using gist (person with =, tstzrange(starts_at, ends_at) with &&) where (status <> 'WITHDRAWN')
);
create index shift_time on shift (starts_at, id);
create index shift_duty on shift (duty, starts_at, id);
