-- What kinds of promises are called, as it was told last; also those that no file describes any more.
create table promise_kind (
    kind    text primary key,
    zh      text not null,
    en      text not null,
    version bigint not null
);
