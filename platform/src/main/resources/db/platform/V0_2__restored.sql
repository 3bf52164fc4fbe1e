-- So that a database that was restored from a backup is told from one that knows everything its service has said (ADR 053).

-- Where the last fact stands that this database knows to be told: written with the row's end in the outbox.
create table outbox_place (
    topic     text    not null,
    partition integer not null,
    place     bigint  not null,
    primary key (topic, partition)
) with (fillfactor = 50);

-- Facts that were told, lost by a restore of who told them, and never applied here: deploy/rebuild passes over them.
create table lost_fact (
    event_id uuid        not null primary key,
    topic    text        not null,
    lost     timestamptz not null default now()
);

-- A version from before these tables, come back by a rollback or at work beside a new one, tells facts and keeps no places. Nothing may look lost for
-- that: places that are not true any more are forgotten, and begin anew with the next fact that a new version tells.
create function outbox_told_without_place() returns trigger language plpgsql as $$
begin
    if current_setting('application_name') = 'outbox-relay' and coalesce(current_setting('gongdan.places', true), '') <> 'kept' then
        delete from outbox_place;
    end if;
    return null;
end $$;
create trigger outbox_told after delete on outbox for each statement execute function outbox_told_without_place();
