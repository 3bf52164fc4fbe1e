-- What is not done yet, by its due time: the supervisors' wall reads it every few seconds. A promise that ends leaves it; one that warns or breaks
-- stays where it is, so that timers go on without touching an index.
create index clock_open on clock (due_at, id) where ended_at is null;

-- Steps of ladders that were told, the latest first. Facts never change, so it costs these steps only.
create index clock_fact_escalated on clock_fact (at, clock_id, seq) where fact = 'ESCALATED';

-- Who took up what he, or the role he stands for, was told.
create table escalation_answer (
    clock_id   uuid        not null,
    step       text        not null,            -- of the ladder, as the fact names it
    role       text        not null,
    reached_at timestamptz not null,            -- time of the fact: a step that is told again has an answer of its own
    by         text        not null,
    note       text        not null,
    at         timestamptz not null,
    primary key (clock_id, step, role, reached_at)
);
create function escalation_answer_is_fixed() returns trigger language plpgsql as $$
begin
    raise exception 'answers to escalations are never changed';
end $$;
create trigger escalation_answer_fixed before update or delete on escalation_answer for each row execute function escalation_answer_is_fixed();
