-- Whether a ticket was ended (resolved, closed or cancelled, by whomever) at a version of it, or reopened: a promise to solve it is of no use after its end.
create table ticket_end (
    ticket_id uuid not null,
    sequence  bigint not null,
    ended     boolean not null,
    primary key (ticket_id, sequence)
);
