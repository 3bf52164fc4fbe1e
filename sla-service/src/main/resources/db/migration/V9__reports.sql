-- Counted time of promises that are over, worked out from their facts when a report first asks for it.
create table clock_time (
    clock_id uuid   primary key,
    version  bigint not null,                    -- of the clock: another one makes the time worthless
    counted  bigint not null                     -- milliseconds from the start to the end that counted for the promise
);

-- Why promises were broken, as people found out. The latest word about a breach replaces what was derived from the facts.
create table breach_cause (
    clock_id    uuid        not null,
    seq         integer     not null,
    breached_at timestamptz not null,            -- a promise that breaks again at another time has another cause
    cause       text        not null,
    note        text        not null,
    by          text        not null,
    at          timestamptz not null,
    primary key (clock_id, seq)
);
create function breach_cause_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'causes of breaches are append-only';
end $$;
create trigger breach_cause_append_only before update or delete on breach_cause for each row execute function breach_cause_is_append_only();

-- Monthly reports: figures as they were when they were drafted. What was released never changes; who wants other figures drafts again.
create table service_report (
    id          uuid        primary key,
    version     bigint      not null,
    type        text        not null,            -- CUSTOMER, MEETING
    customer_id uuid,                            -- null: the meeting pack
    month       date        not null,            -- its first day
    zone        text        not null,            -- whose days the month has
    number      integer     not null,            -- 1, and one more with every draft
    status      text        not null,            -- PLANNED, DRAFT, RELEASED
    figures     text        check (figures is json object),
    drafted_by  text        not null,
    drafted_at  timestamptz not null,
    released_by text,
    released_at timestamptz,
    comment     text,
    check ((type = 'CUSTOMER') = (customer_id is not null)),
    check ((status = 'PLANNED') = (figures is null))
);
-- Decides between processes that plan the same month.
create unique index service_report_number on service_report (month, type, (coalesce(customer_id, '00000000-0000-0000-0000-000000000000')), number);
create index service_report_customer on service_report (customer_id, id) where customer_id is not null;

create function released_report_is_fixed() returns trigger language plpgsql as $$
begin
    if old.status = 'RELEASED' then
        raise exception 'a released report is never changed';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger service_report_fixed before update or delete on service_report for each row execute function released_report_is_fixed();

-- Generation 0 asks which month is next; from then on each month sets the timer of the following one.
insert into timer (kind, ref, generation, due_at, fire_at) values ('sla-report-month', gen_random_uuid(), 0, now(), now());
