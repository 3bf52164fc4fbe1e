-- Working-time calendars. A change makes a new revision; a promise names the revision it is counted by, such as office-cn@3.

create table calendar (
    name     text    collate "C" primary key,
    revision integer not null,                              -- the one new promises are counted by
    base     text    collate "C" references calendar (name) -- the calendar it overlays, or null
);
create index calendar_base on calendar (base) where base is not null;

create table calendar_revision (
    name     text        collate "C" not null references calendar (name),
    revision integer     not null,
    content  jsonb       not null,                          -- as it was entered: an overlay without its base
    whole    jsonb       not null,                          -- told without its base, so that no revision depends on another
    reason   text        not null,
    saved_at timestamptz not null default now(),
    saved_by text        not null,
    primary key (name, revision)
);

create function calendar_revision_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'revisions of calendars are append-only';
end $$;
create trigger calendar_revision_append_only before update or delete on calendar_revision
    for each row execute function calendar_revision_is_append_only();

-- Open clocks that shall be counted by a new revision from an instant on; worked off in batches.
create table calendar_move (
    id       bigint      generated always as identity primary key,
    name     text        collate "C" not null,
    revision integer     not null,
    at       timestamptz not null,
    clocks   integer     not null default 0,                -- how many have been moved
    done     timestamptz
);
create index calendar_move_open on calendar_move (id) where done is null;

-- Derived like the other columns: what the clock is counted by now; 24x7 as soon as it is due at an agreed instant.
alter table clock add column calendar text collate "C" not null default '24x7';
create index clock_calendar on clock (calendar, id) where calendar <> '24x7';

insert into calendar (name, revision) values ('24x7', 1), ('office-cn', 1);

insert into calendar_revision (name, revision, content, whole, reason, saved_by)
select '24x7', 1, content, content, 'shipped', 'system' from (select jsonb_build_object('title', 'Around the clock 全天候', 'zone', 'Asia/Shanghai',
    'weeks', jsonb_build_array(jsonb_build_object('hours', (select jsonb_object_agg(day, jsonb_build_array('00:00-24:00'))
        from unnest(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']) as day))),
    'days', jsonb_build_array()) as content) as shipped;

-- The days are those of calendars/cn-2026.json, where their source is named.
insert into calendar_revision (name, revision, content, whole, reason, saved_by)
select 'office-cn', 1, content, content, 'shipped', 'system' from (select jsonb_build_object('title', 'Office hours in China 中国办公时间', 'zone', 'Asia/Shanghai',
    'weeks', jsonb_build_array(jsonb_build_object('hours', (select jsonb_object_agg(day, jsonb_build_array('09:00-12:00', '13:30-18:00'))
        from unnest(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']) as day))),
    'days', (select jsonb_agg(day order by day ->> 'date') from (
        select jsonb_build_object('date', cast(date as date), 'name', name, 'source', 'notice-2026') as day
        from (values ('元旦', date '2026-01-01', date '2026-01-03'), ('春节', '2026-02-15', '2026-02-23'), ('清明节', '2026-04-04', '2026-04-06'),
            ('劳动节', '2026-05-01', '2026-05-05'), ('端午节', '2026-06-19', '2026-06-21'), ('中秋节', '2026-09-25', '2026-09-27'),
            ('国庆节', '2026-10-01', '2026-10-07')) as off (name, first, last), generate_series(first, last, interval '1 day') as date
        union all
        select jsonb_build_object('date', date, 'name', name, 'as', 'MONDAY', 'source', 'notice-2026')
        from (values ('元旦', date '2026-01-04'), ('春节', '2026-02-14'), ('春节', '2026-02-28'), ('劳动节', '2026-05-09'), ('国庆节', '2026-09-20'),
            ('国庆节', '2026-10-10')) as working (name, date)) as days)) as content) as shipped;
