-- Texts are compared in the form that SearchForm gives them (ADR 018); the service writes it and fills old rows after its start (FormFill). The
-- index is not unique: what is stored may hold the same number in two spellings.
alter table agreement add column number_form text, add column form smallint not null default 0;
update agreement set number_form = lower(normalize(number, NFKC));
create index agreement_number_form on agreement (number_form);
create index agreement_old_form on agreement (id) where form < 1;
