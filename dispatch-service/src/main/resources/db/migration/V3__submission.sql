-- When the signed order was handed in.
alter table visit add column submitted_at timestamptz;
