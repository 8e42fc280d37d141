-- When a person was called to a submission that has no receipt in time.
ALTER TABLE outbox ADD COLUMN called_at BIGINT;
