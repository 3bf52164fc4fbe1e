-- What concerns a person, as the bell of the console shows it. An audience is `user:<user name>`, `engineer:<id>`, `role:<role>` or `customer:<id>`;
-- about holds codes and times of the event, and names nobody of the customer's.
create table bell_note (
    seq       bigint generated always as identity primary key,
    event_id  uuid not null,
    audience  text not null,
    kind      text not null,
    ticket_id uuid,
    visit_id  uuid,
    about     jsonb not null,
    at        timestamptz not null constraint bell_note_at_in_range check (at >= timestamptz '2000-01-01 00:00Z' and at < timestamptz '2200-01-01 00:00Z'),
    constraint bell_note_once unique (event_id, audience)
);
create index bell_note_of_audience on bell_note (audience, seq);
create index bell_note_age on bell_note (at);

-- Up to which note a person has looked.
create table bell_seen (
    person uuid primary key,
    seq    bigint not null
);

-- Who is responsible for a ticket since a version of it; the newest counts.
create table ticket_owner (
    ticket_id uuid not null,
    sequence  bigint not null,
    owner     text not null,
    primary key (ticket_id, sequence)
);

-- Who goes, so that he is told when the visit is moved or cancelled; null for visits heard of before.
alter table visit add column engineer_id uuid;
