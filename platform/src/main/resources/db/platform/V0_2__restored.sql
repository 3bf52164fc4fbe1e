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
