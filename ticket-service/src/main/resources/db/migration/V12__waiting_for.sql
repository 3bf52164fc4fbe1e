-- What a ticket waits for while it waits: for the customer, nothing that was promised to him runs.
alter table ticket add column waiting_for text;
update ticket set waiting_for = (select s.data ->> 'reason' from story s where s.ticket_id = ticket.id and s.type = 'TicketWaiting' order by s.seq desc limit 1)
where status = 'WAITING';
