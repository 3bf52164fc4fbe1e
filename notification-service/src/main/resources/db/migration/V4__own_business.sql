-- A message to our own people may concern no customer.
alter table notification alter column customer_id drop not null;
