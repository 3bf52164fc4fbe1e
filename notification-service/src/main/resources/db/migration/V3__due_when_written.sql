-- A message is due as soon as it is written down, by the clock of the database like every other time it is compared with.
alter table notification alter next_try_at set default now();
