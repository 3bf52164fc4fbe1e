-- The steps of a ticket are told in their order: the version of the ticket after the step; null for what is no step.
alter table notification add column sequence bigint;
create index notification_step on notification (ticket_id, sequence, id) where status = 'PENDING' and sequence is not null;
