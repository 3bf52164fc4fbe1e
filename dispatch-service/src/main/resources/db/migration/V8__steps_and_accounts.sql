-- When steps happened, which an engineer may tell later. Of visits before this, the last change is the best that is known.
alter table visit
    add column stepped_at  timestamptz check (stepped_at >= timestamptz '2000-01-01 00:00Z' and stepped_at < timestamptz '2200-01-01 00:00Z'),
    add column accepted_at timestamptz check (accepted_at >= timestamptz '2000-01-01 00:00Z' and accepted_at < timestamptz '2200-01-01 00:00Z'),
    add column departed_at timestamptz check (departed_at >= timestamptz '2000-01-01 00:00Z' and departed_at < timestamptz '2200-01-01 00:00Z');
update visit set stepped_at = changed_at;
alter table visit alter column stepped_at set not null;

-- A day of all engineers, and what was done for a customer.
create index visit_window on visit (window_start) where window_start is not null;
create index visit_customer on visit (customer_id, id desc);

-- Under which name the roster knows an engineer.
alter table engineer add column username text;
create unique index engineer_username on engineer (username);
