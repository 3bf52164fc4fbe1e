-- What a printed order says of the fault; null for visits that were ordered before.
alter table visit add column product text, add column summary text, add column symptom text;

-- What customers and their sites are called, as customer-events say.
create table customer_name (
    id   uuid primary key,               -- of the customer or the site
    name text not null
);
