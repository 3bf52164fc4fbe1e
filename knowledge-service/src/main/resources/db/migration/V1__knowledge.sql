create table article (
    id         uuid primary key,
    version    bigint not null,
    title      text   not null,
    symptom    text   not null,
    cause      text   not null,
    fix        text   not null,
    product    text,
    category   text,
    status     text   not null,
    ticket_id  uuid,                                -- the ticket it was drafted from
    author     text   not null,                     -- who gets the credit
    editor     text   not null,                     -- who wrote the present text; neither of both may review it
    reviewer   text,
    rejection  text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    -- never written with the rest, so that using an article does not collide with editing it
    applied    integer not null default 0,          -- tickets it was used for
    succeeded  integer not null default 0,          -- tickets it solved
    sequence   bigint  not null default 0,          -- counts the article's events
    touched_at timestamptz not null default now()   -- database's clock; what search indexes look for
);
create index article_touched on article (touched_at);
create index article_status on article (status, id desc);
-- A ticket that is resolved again rewrites its draft; once reviewed, the next resolution makes a new one.
create unique index article_draft_of_ticket on article (ticket_id) where status = 'DRAFT';

create table article_use (
    article_id uuid    not null references article,
    ticket_id  uuid    not null,
    succeeded  boolean not null,
    at         timestamptz not null,
    by         text    not null,
    primary key (article_id, ticket_id)
);
