-- What is due is taken in this order, however much waits: without it every claim sorts all that waits.
CREATE INDEX outbox_order ON outbox (urgent DESC, position, due_at);
