-- By which a contact answers without an account whether a fix holds, and how he liked it.
create table answer_link (
    id         uuid primary key,
    ticket_id  uuid not null references ticket,
    token_hash text not null unique,         -- SHA-256, hexadecimal; the token itself is stored nowhere
    issued_at  timestamptz not null constraint answer_link_issued_at_in_range check (issued_at >= timestamptz '2000-01-01 00:00Z' and issued_at < timestamptz '2200-01-01 00:00Z'),
    expires_at timestamptz not null constraint answer_link_expires_at_in_range check (expires_at >= timestamptz '2000-01-01 00:00Z' and expires_at < timestamptz '2200-01-01 00:00Z'),
    ended_at   timestamptz constraint answer_link_ended_at_in_range check (ended_at >= timestamptz '2000-01-01 00:00Z' and ended_at < timestamptz '2200-01-01 00:00Z')
);
create index answer_link_of_ticket on answer_link (ticket_id) where ended_at is null;
create index answer_link_age on answer_link (expires_at);
