-- One index for each question a list is asked, with and without a status: without one, the newest of every status are read and the newest of them taken.
create index ticket_customer_status on ticket (customer_id, status, id desc);
create index ticket_assignee_status on ticket (assignee, status, id desc) where assignee is not null;
drop index ticket_customer;
drop index ticket_assignee;

-- Pairs of letters tell Chinese words apart, but not numbers: a hundred pairs of digits stand in a tenth of all tickets each. Those get threes too.
create function word_pieces(text) returns text[] language sql immutable strict parallel safe as $$
    select array(
        select substr($1, n, 2) from generate_series(1, length($1) - 1) n
        union
        select substr($1, n, 3) from generate_series(1, length($1) - 2) n where octet_length(substr($1, n, 3)) = 3)
$$;
create index ticket_pieces on ticket using gin (word_pieces(words));
drop index ticket_words;
drop function letter_pairs(text);

-- The newest tickets that hold all words, of those asked for; what is null is not asked. Always planned for the values at hand: the same plan
-- for a word of every ticket and for one of none is wrong by a factor of thousands for one of the two.
create function find_tickets(wanted_words text[], wanted_customers uuid[], wanted_status text[], wanted_assignees text[], older_than uuid, how_many int)
    returns setof uuid language plpgsql stable set plan_cache_mode = force_custom_plan set jit = off as $$
declare
    patterns text[] := array(select '%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%' from unnest(wanted_words) word);
    pieces text[] := array(select distinct piece from unnest(wanted_words) word, unnest(word_pieces(word)) piece);
begin
    return query
        with newest as (
            select t.id, t.words from ticket t
            where (wanted_customers is null or t.customer_id = any (wanted_customers)) and (wanted_status is null or t.status = any (wanted_status))
                and (wanted_assignees is null or t.assignee = any (wanted_assignees)) and (older_than is null or t.id < older_than)
            order by t.id desc limit 300)
        (select n.id from newest n where n.words like all (patterns) order by n.id desc limit how_many)
        union all
        (select t.id from ticket t
            where (wanted_customers is null or t.customer_id = any (wanted_customers)) and (wanted_status is null or t.status = any (wanted_status))
                and (wanted_assignees is null or t.assignee = any (wanted_assignees))
                and word_pieces(t.words) @> pieces and t.words like all (patterns)
                and t.id < (select n.id from newest n order by n.id limit 1)
            order by t.id desc limit how_many)
        limit how_many;
end $$;
