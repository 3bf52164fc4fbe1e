-- What other services tell of a ticket and not of its customer: promises among ourselves, escalations. Customers do not see these lines.
alter table story add column internal boolean not null default false;
