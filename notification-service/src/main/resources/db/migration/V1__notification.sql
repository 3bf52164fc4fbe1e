-- What other services say, as far as messages need it.

create table contact (
    id          uuid primary key,
    customer_id uuid not null,
    name        text not null,
    salutation  text not null,
    email       text,
    phone       text
);

create table ticket (
    id          uuid primary key,
    customer_id uuid not null,
    contact_id  uuid,
    number      text not null,
    summary     text not null
);
create index ticket_contact on ticket (contact_id) where contact_id is not null;

create table visit (
    id        uuid primary key,
    ticket_id uuid not null
);

create table notification (
    id          uuid primary key,
    event_id    uuid not null,                  -- the event that made it: one event makes one message per template
    template    text not null,
    audience    text not null,                  -- CONTACT or SUPERVISOR
    channel     text not null,
    customer_id uuid not null,
    ticket_id   uuid,
    contact_id  uuid,                           -- may be known only from the ticket
    data        jsonb not null,                 -- what the template needs beyond ticket and contact
    expires_at  timestamptz not null,           -- nobody wants to hear it after this
    recipient   text,                           -- recipient, subject and body as they were sent
    subject     text,
    body        text,
    status      text not null,
    waiting     boolean not null default false, -- for a contact or a ticket not heard of yet
    attempts    integer not null default 0,
    next_try_at timestamptz,                    -- also the end of the lease while somebody sends it
    claim       uuid,                           -- who sends it: an answer of an older claim has no effect
    created_at  timestamptz not null,
    sent_at     timestamptz,
    error       text,
    unique (template, event_id)
);
create index notification_due on notification (next_try_at) where status = 'PENDING';
create index notification_waiting on notification (contact_id) where status = 'PENDING' and waiting;
create index notification_ticket on notification (ticket_id, id desc);
create index notification_customer on notification (customer_id, id desc);
create index notification_contact on notification (contact_id);
