-- Promises among ourselves: about a shift of the duty roster, which is nobody's ticket.
alter table clock
    add column shift_id uuid,
    alter column ticket_id drop not null,
    alter column customer_id drop not null;
comment on column clock.priority is 'of the ticket, as it was told last; null: nobody told';
create index clock_shift on clock (shift_id) where shift_id is not null;

-- Who is on duty when: published shifts, as dispatch-service tells. One that was withdrawn ends when it was, and is empty when it had not begun.
create table shift (
    id        uuid primary key,
    duty      text not null,
    person    text not null,                     -- user name of the account
    starts_at timestamptz not null,
    ends_at   timestamptz not null
);
create index shift_duty on shift (duty, ends_at);
