-- The primary key serves lists by id in both directions.
drop index ticket_newest;

-- Words are found by their pairs of letters, as Chinese is written without spaces and most of its words have two letters.
create function letter_pairs(text) returns text[] language sql immutable strict parallel safe as $$
    select array(select distinct substr($1, n, 2) from generate_series(1, length($1) - 1) n)
$$;
alter table ticket add column words text not null generated always as (lower(number || ' ' || customer_name || ' ' || summary)) stored;
create index ticket_words on ticket using gin (letter_pairs(words));

-- Room for what other services tell about a ticket: it is written without touching an index.
alter table ticket set (fillfactor = 75);
