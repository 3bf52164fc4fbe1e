-- What letters say besides their news: what the customer is called, the product, the visit's number and contact, by
-- which name engineers sign in, and in which language who is written to.
create table customer (
    id   uuid primary key,
    name text not null
);

-- Contacts who left: letters to the customer as a whole do not go to them.
create table contact_withdrawn (
    id uuid primary key
);

alter table engineer add column username text;
alter table contact add column language text;
create index contact_of_customer on contact (customer_id, id);
alter table ticket add column product text;
alter table visit add column number text, add column contact_id uuid;
