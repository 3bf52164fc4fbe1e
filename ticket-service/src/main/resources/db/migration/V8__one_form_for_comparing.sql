-- Texts are compared in the form that SearchForm gives them (ADR 018), which PostgreSQL cannot make: the service writes it beside the original and
-- fills old rows after its start (FormFill). Until then they keep the form they had and are found by it.
alter table ticket alter column words drop expression;
alter table ticket alter column words set default '', add column form smallint not null default 0;
create index ticket_old_form on ticket (id) where form < 1;

alter table customer add column words text not null default '', add column form smallint not null default 0;
update customer set words = lower(normalize(name, NFKC));
create index customer_old_form on customer (id) where form < 1;

alter table contact add column phone_number text, add column form smallint not null default 0;
create index contact_old_form on contact (id) where form < 1;
create index contact_phone on contact (phone_number text_pattern_ops) where phone_number is not null;

-- User names are compared as Keycloak keeps them.
update ticket set assignee = lower(normalize(btrim(assignee), NFKC)) where assignee <> lower(normalize(btrim(assignee), NFKC));
