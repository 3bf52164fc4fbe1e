-- Who of the customer agreed to the window when it was moved: no event says it any more.
alter table visit add column window_consent_by text;

-- What engineers are called travels on contact-events from now on: those who are registered already are told once.
insert into outbox (event_id, topic, key, type, sequence, occurred, payload)
select gen_random_uuid(), 'contact-events', id, 'EngineerChanged.v1', version, now(), convert_to(cast(json_build_object('engineerId', id, 'name', name) as text), 'UTF8')
from engineer;
