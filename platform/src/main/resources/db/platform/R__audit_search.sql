-- Repeatable, so that databases get it that are there already.

-- What people in the audit are called; their ids stand there (ADR 033). Not part of the chain: a wrong name proves nothing and hides nobody.
create table if not exists audit_person (
    subject  text primary key,
    username text not null,
    name     text not null
);

-- Rows lie in the order of their times: which blocks hold a week is known for next to nothing, and no command pays for it.
create index if not exists audit_at on audit using brin (at);
