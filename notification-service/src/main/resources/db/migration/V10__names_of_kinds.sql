-- What kinds of promises are called, as sla-service told it last.
create table promise_kind (
    kind text primary key,
    zh   text not null,
    en   text not null
);
