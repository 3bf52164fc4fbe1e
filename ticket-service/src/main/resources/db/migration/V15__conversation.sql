-- When the customer wrote the first message that has no answer yet.
alter table ticket add column unanswered_since timestamptz;
