-- uuid = in a GiST index; a trusted extension, so the owner of the database may create it.
create extension if not exists btree_gist;

create table engineer (
    id      uuid primary key,               -- the subject of the engineer's account
    version bigint not null,
    name    text   not null,
    phone   text   not null
);

-- What contact-events say; visits hold no personal data of their own, so that an erased contact is erased in them, too.
create table contact (
    id          uuid primary key,
    customer_id uuid,
    name        text,
    salutation  text,
    phone       text,
    address     text,
    sequence    bigint not null              -- of the newest event applied; an older one changes nothing
);

create sequence visit_number;

create table visit (
    id                uuid primary key,
    version           bigint not null,
    number            text   not null unique,
    ticket_id         uuid   not null,
    ticket_number     text   not null,
    customer_id       uuid   not null,
    site_id           uuid,
    contact_id        uuid,
    need              text,
    skip_reason       text,
    preferred_from    timestamptz,
    preferred_to      timestamptz,
    status            text   not null,
    engineer_id       uuid references engineer,
    window_start      timestamptz,
    window_end        timestamptz,
    window_agreed_at  timestamptz,
    arrived_at        timestamptz,
    arrival_latitude  double precision,
    arrival_longitude double precision,
    punctuality       text,
    checklist         text,                  -- JSON
    work              text,
    outcome           text,
    cause             text,
    fix               text,
    remark            text,
    ordered_at        timestamptz not null,
    completed_at      timestamptz,
    signed_at         timestamptz,
    changed_at        timestamptz not null,
    check ((window_start is null) = (window_end is null)),
    -- One engineer is in one place at a time, however many dispatchers plan at once.
    constraint engineer_is_free exclude using gist (engineer_id with =, tstzrange(window_start, window_end) with &&)
        where (status in ('SCHEDULED', 'ACCEPTED', 'DEPARTED', 'STARTED'))
);
create index visit_newest on visit (id desc);
create index visit_status on visit (status, id desc);
create index visit_engineer on visit (engineer_id, id desc) where engineer_id is not null;
create index visit_ticket on visit (ticket_id);

create table delay (
    id              uuid primary key,
    visit_id        uuid not null references visit,
    previous_start  timestamptz not null,
    previous_end    timestamptz not null,
    window_start    timestamptz not null,
    window_end      timestamptz not null,
    reason          text not null,
    internal_reason text,
    notice_at       timestamptz not null,
    reported_at     timestamptz not null
);
create index delay_visit on delay (visit_id, id);

create table signature_link (
    id         uuid primary key,
    visit_id   uuid not null references visit,
    token_hash text not null unique,         -- SHA-256, hexadecimal; the token itself is stored nowhere
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index signature_link_visit on signature_link (visit_id);

create table signature (
    visit_id       uuid primary key references visit,
    link_id        uuid not null references signature_link,
    signer_name    text not null,
    strokes        text not null,
    signed_at      timestamptz not null,
    remote_address text not null,
    user_agent     text,
    document       text not null,            -- what was signed, as it was hashed
    document_hash  text not null             -- SHA-256, hexadecimal
);
