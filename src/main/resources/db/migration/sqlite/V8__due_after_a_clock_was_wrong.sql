-- Whether something waits longer than any pause is seen in the index, however much waits.
DROP INDEX outbox_order;
CREATE INDEX outbox_order ON outbox (urgent DESC, position, due_at, attempts);
