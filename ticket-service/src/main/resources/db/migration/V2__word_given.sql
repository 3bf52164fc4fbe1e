-- What the desk has promised and not done yet: an answer at a time, and a ticket handed over that nobody has taken.
alter table ticket add column callback_due timestamptz, add column handed_to text;
-- What the customer comes with: a fault, or a complaint about us.
alter table ticket add column matter text not null default 'FAULT';
