-- Who gave the word, and to whom the ledger shows it. Derived from the facts like the rest.
alter table clock
    add column engineer_id uuid,
    add column promised_by text,
    add column moved boolean not null default false;
create index clock_made on clock (started_at, id);
create index clock_customer_made on clock (customer_id, started_at, id);
create index clock_engineer on clock (engineer_id, started_at, id) where engineer_id is not null;
create index clock_promised_by on clock (promised_by, started_at, id) where promised_by is not null;
