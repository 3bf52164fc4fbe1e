-- What is offered no more, and since when; null: it is offered.
do $$
declare t text;
begin
    foreach t in array array['customer', 'site', 'contact', 'product'] loop
        execute format('alter table %1$I add column withdrawn_at timestamptz constraint %2$I
            check (withdrawn_at >= timestamptz ''2000-01-01 00:00Z'' and withdrawn_at < timestamptz ''2200-01-01 00:00Z'')', t, t || '_withdrawn_at_in_range');
    end loop;
end $$;

-- An erased contact is an id that old tickets name, and nothing else: the table itself refuses that anything of the person is left or comes back.
alter table contact alter column name drop not null, alter column salutation drop not null, alter column phone drop not null,
    add column erased_at timestamptz constraint contact_erased_at_in_range
        check (erased_at >= timestamptz '2000-01-01 00:00Z' and erased_at < timestamptz '2200-01-01 00:00Z'),
    add constraint contact_is_whole_or_erased check (case when erased_at is null then name is not null and salutation is not null and phone is not null
        else coalesce(name, salutation, phone, phone_number, email) is null end);

-- Who agreed to a remote session is forgotten with the person.
alter table remote_session alter column consent_by drop not null;
