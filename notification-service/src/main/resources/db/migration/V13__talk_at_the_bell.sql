-- Of what people write to each other about one ticket, the bell shows the last.
create index bell_note_of_talk on bell_note (ticket_id, seq) where kind in ('MESSAGE_RECEIVED', 'MESSAGE_SENT');
