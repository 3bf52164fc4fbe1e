-- What the desk has promised and not done yet: an answer at a time, and a ticket handed over that nobody has taken.
alter table ticket add column callback_due timestamptz, add column handed_to text;
