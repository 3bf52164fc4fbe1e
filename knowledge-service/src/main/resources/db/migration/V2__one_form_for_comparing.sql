-- Texts are compared in the form that SearchForm gives them (ADR 018); the service writes it and fills old rows after its start (FormFill).
alter table article add column product_form text, add column form smallint not null default 0;
update article set product_form = lower(normalize(product, NFKC)) where product is not null;
create index article_old_form on article (id) where form < 1;
