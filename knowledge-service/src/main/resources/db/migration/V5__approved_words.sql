-- What was approved last, so that a reviewer sees what new words change. Rewritten articles had lost it: their next review shows the whole text.
alter table article
    add column approved_title    text,
    add column approved_symptom  text,
    add column approved_cause    text,
    add column approved_fix      text,
    add column approved_product  text,
    add column approved_category text,
    add column approved_at       timestamptz
        constraint article_approved_at_in_range check (approved_at >= timestamptz '2000-01-01 00:00Z' and approved_at < timestamptz '2200-01-01 00:00Z');
update article set approved_title = title, approved_symptom = symptom, approved_cause = cause, approved_fix = fix, approved_product = product,
    approved_category = category, approved_at = changed_at
    where status = 'PUBLISHED';
