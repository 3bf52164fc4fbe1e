create table webhook (
    id              uuid primary key,
    version         bigint not null,
    customer_id     uuid,                       -- whose events it hears; null = everybody's (administrators only)
    url             text   not null,
    events          text[] not null,
    secret          text   not null,
    status          text   not null,
    disabled_reason text,
    created_at      timestamptz not null,
    created_by      text   not null,
    last_success_at timestamptz
);
create index webhook_customer on webhook (customer_id, id desc);

create table webhook_delivery (
    id           uuid primary key,
    webhook_id   uuid not null references webhook on delete cascade,
    event_id     uuid not null,                 -- also the message's webhook-id, the same in every try
    type         text not null,
    body         text not null,
    status       text not null,
    attempts     integer not null default 0,
    next_try_at  timestamptz,                   -- also the end of the lease while somebody carries it
    claim        uuid,                          -- who carries it: an answer of an older claim has no effect
    last_status  integer,
    last_error   text,
    created_at   timestamptz not null,
    delivered_at timestamptz,
    unique (webhook_id, event_id)
);
-- Each endpoint has a queue of its own, so that a full one costs the others nothing.
create index webhook_delivery_due on webhook_delivery (webhook_id, next_try_at) where status = 'PENDING';
create index webhook_delivery_carried on webhook_delivery (webhook_id) where claim is not null;
create index webhook_delivery_list on webhook_delivery (webhook_id, id desc);
create index webhook_delivery_created on webhook_delivery using brin (created_at);
