create table customer (
    id      uuid primary key,               -- the id of the customer's Keycloak organization
    version bigint not null,
    name    text   not null,
    level   text   not null
);
create index customer_name on customer (name text_pattern_ops);

create table site (
    id          uuid primary key,
    customer_id uuid not null references customer,
    name        text not null,
    address     text not null
);
create index site_customer on site (customer_id);

create table contact (
    id          uuid primary key,
    version     bigint not null,
    customer_id uuid not null references customer,
    site_id     uuid references site,
    name        text not null,
    salutation  text not null,
    phone       text not null,
    email       text
);
create index contact_customer on contact (customer_id);

create table product (
    id          uuid primary key,
    customer_id uuid not null references customer,
    site_id     uuid references site,
    name        text not null,
    serial      text
);
create index product_customer on product (customer_id);

create sequence ticket_number;

create table ticket (
    id            uuid primary key,
    version       bigint not null,
    number        text   not null unique,
    customer_id   uuid   not null references customer,
    customer_name text   not null,
    site_id       uuid   references site,
    contact_id    uuid   references contact,
    product_id    uuid   references product,
    product       text,
    channel       text   not null,
    source        text   not null,
    summary       text   not null,
    symptom       text,
    impact        text   not null,
    urgency       text   not null,
    priority      text   not null,
    status        text   not null,
    assignee      text,
    opened_at     timestamptz not null,
    opened_by     text   not null,
    expected_by   timestamptz,
    phone_tried   boolean not null,
    remote_tried  boolean not null,
    category      text,
    cause         text,
    fix           text,
    method        text,
    article_id    uuid,
    changed_at    timestamptz not null,
    surveyed      boolean not null,
    -- written only from other services' events
    resolve_by    timestamptz,
    breached      boolean not null default false,
    visit_id      uuid,
    visit_status  text
);
create index ticket_newest on ticket (id desc);
create index ticket_status on ticket (status, id desc);
create index ticket_customer on ticket (customer_id, id desc);
create index ticket_assignee on ticket (assignee, id desc) where assignee is not null;

create table remote_session (
    id               uuid primary key,
    version          bigint not null,
    ticket_id        uuid not null references ticket,
    tool             text not null,
    consent_by       text not null,
    consent_at       timestamptz not null,
    scope            text not null,
    started_at       timestamptz not null,
    started_by       text not null,
    ended_at         timestamptz,
    succeeded        boolean,
    result           text
);
create index remote_session_ticket on remote_session (ticket_id);

create table remote_step (
    id         bigint generated always as identity primary key,
    session_id uuid not null references remote_session,
    at         timestamptz not null,
    by         text not null,
    action     text not null,
    result     text not null
);
create index remote_step_session on remote_step (session_id, id);

create table story (
    seq       bigint generated always as identity primary key,
    ticket_id uuid not null,
    at        timestamptz not null,
    type      text not null,
    actor     text not null,
    source    text not null,
    data      jsonb not null
);
create index story_ticket on story (ticket_id, seq);
