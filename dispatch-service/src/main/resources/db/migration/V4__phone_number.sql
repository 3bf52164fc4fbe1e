-- The contact's phone number whatever way it was typed, with its extension, as RFC 3966 writes it; null where ticket-service did not tell it.
alter table contact add column phone_number text;
