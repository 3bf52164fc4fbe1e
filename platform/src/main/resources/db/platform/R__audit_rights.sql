-- Of an audit row the service says what was done; its place and its time are the database's: nobody who has the service's password can date rows
-- back, or put them where the sealer does not look any more. Repeatable, so that it holds for databases that are there already.
revoke insert on audit from ${runtime};
grant insert (actor, action, customer, detail, trace_id) on audit to ${runtime};
