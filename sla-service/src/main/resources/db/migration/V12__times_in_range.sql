-- What happened or is promised lies in the years 2000 to 2199 (ADR 017). What was stored before that rule becomes the nearest time there is, since
-- one such row made every list with it unreadable; from now on the table itself refuses others. Times that are
-- counted from those, such as when something is due, may lie a little later.
do $$
declare c record;
begin
    for c in select col.table_name, col.column_name from information_schema.columns col join information_schema.tables t using (table_schema, table_name)
             where col.table_schema = current_schema() and t.table_type = 'BASE TABLE' and col.is_generated = 'NEVER'
               and col.data_type = 'timestamp with time zone'
               and col.table_name not in ('outbox', 'inbox', 'inbox_parked', 'timer', 'idempotency_key', 'audit', 'flyway_schema_history')
    loop
        execute format('update %1$I set %2$I = case when %2$I < ''2000-01-01 00:00Z'' then timestamptz ''2000-01-01 00:00Z'' else ''2199-12-31 23:59:59.999999Z'' end
                        where %2$I < ''2000-01-01 00:00Z'' or %2$I >= ''2300-01-01 00:00Z''', c.table_name, c.column_name);
        execute format('alter table %1$I add constraint %3$I check (%2$I >= timestamptz ''2000-01-01 00:00Z'' and %2$I < timestamptz ''2300-01-01 00:00Z'')',
                       c.table_name, c.column_name, c.table_name || '_' || c.column_name || '_in_range');
    end loop;
end $$;
