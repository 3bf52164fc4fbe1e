-- What engineers are called, for reports: visits tell their ids only.
create table engineer (
    id   uuid primary key,
    name text not null
);
