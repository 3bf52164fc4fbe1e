-- What our engineers are called: the customer is told who comes. Told on contact-events only; a tombstone erases.
create table engineer (
    id   uuid primary key,
    name text not null
);
