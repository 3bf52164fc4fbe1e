-- In which language a contact is written to; null once he is erased.
alter table contact add column language text default 'zh';
update contact set language = null where erased_at is not null;
